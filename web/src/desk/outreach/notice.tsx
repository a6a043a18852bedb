import { Actions, postedTo } from '../actions.tsx';
import { recordAt } from '../community/rows.tsx';
import { type After, Live } from '../live.tsx';
import { Facts, Panel, Timeline } from '../pieces.tsx';
import { wallClock } from '../text.ts';
import { Pages, PublicPage } from './place.tsx';
import { DOT, t } from './text.ts';
import type { NoticeView } from './views.ts';

/** One notice: what it says, what was said against it, what it said before. */
export const Notice = () => (
  <>
    <Pages at="notices" />
    <Live<NoticeView> at={`${recordAt('/notices')}/record`}>{(view, after) => <View of={view} after={after} />}</Live>
  </>
);

const factsOf = ({ said, areaName, payText = '', lastDay, withdrawn }: NoticeView) =>
  [
    { label: t('desk.last-day'), value: lastDay },
    { label: t('desk.area'), value: areaName },
    { label: t('desk.place'), value: said.place ?? '' },
    { label: t('desk.employer'), value: said.job?.employer ?? '' },
    { label: t('desk.pay'), value: payText },
    { label: t('desk.openings'), value: String(said.job?.openings ?? '') },
    { label: t('desk.contact'), value: said.contact ?? '' },
    { label: t('desk.withdrawn'), value: withdrawn?.reason ?? '' },
  ].filter((f) => f.value);

const View = ({ of, after }: { of: NoticeView; after: After }) => (
  <>
    <h1>{of.title}</h1>
    <p class="line">
      <span class="tag">{of.kindText}</span> <span class="tag">{of.stageText}</span>
    </p>
    <Actions
      of={of.actions}
      perform={postedTo(`/notices/${of.id}`, of.version)}
      subject={of.title}
      after={after}
      values={{ change: of.said }}
    />
    {of.stage === 'published' && <PublicPage at={`/notices/${of.id}`} />}
    {of.open.length > 0 && <Complaints of={of.open} />}
    <div class="two">
      <div>
        {(['zh', 'bo', 'en'] as const).map((l) => of.said.text[l] && <Wording key={l} lang={l} of={of.said.text[l]} />)}
        <Panel title={t('desk.facts')}>
          <Facts of={factsOf(of)} />
        </Panel>
      </div>
      <Timeline of={of.history} />
    </div>
  </>
);

const Wording = ({ lang, of }: { lang: string; of: { title: string; body: string } }) => (
  <section class="card" lang={lang}>
    <h2>{of.title}</h2>
    <p class="written">{of.body}</p>
  </section>
);

const Complaints = ({ of }: { of: NoticeView['open'] }) => (
  <section class="card alarm">
    <h2>{t('desk.open-complaints')}</h2>
    <ul>
      {of.map((c) => (
        <li key={c.at}>
          {[c.reasonText, c.words].filter(Boolean).join(DOT)} <span class="quiet">{wallClock(c.at)}</span>
        </li>
      ))}
    </ul>
  </section>
);
