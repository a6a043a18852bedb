import { useState } from 'preact/hooks';
import type { OfficerView, Outline, TipCard } from '../../../functions/tips/view.ts';
import { translator } from '../../../shared/i18n.ts';
import { words } from '../../../shared/words.ts';
import { Actions, postedTo } from './actions.tsx';
import { post, Refused } from './api.ts';
import { type After, useAfter } from './live.tsx';
import { Loaded, useLoaded } from './loaded.tsx';
import { Choice, Facts, Panel, Said, Timeline } from './pieces.tsx';
import { language, wallClock, yuan } from './text.ts';
import { tipsWords } from './tips-words.ts';
import { deskWords } from './words.ts';

/** The officers' page: what waits, and one tip-off at a time, read for a reason. What was read is gone with the page. */

const t = translator(language, tipsWords, deskWords, words);

const at = (id: string): string => `/tips/${id}`;

export const Tips = () => {
  const [read, setRead] = useState<OfficerView>();
  const [closed, setClosed] = useState('false');
  const tips = useLoaded<{ tips: TipCard[] }>(`/tips?closed=${closed}`);
  const rewards = useLoaded<{ rewards: Outline[] }>('/tips/rewards');
  const lists = useAfter(tips.load, rewards.load);
  const after: After = async (words) => {
    await lists.after(words);
    setRead(undefined); // what it has become since is another reading
  };
  return (
    <>
      <h1>{t('desk.tips')}</h1>
      <Said>{lists.said}</Said>
      {read && <Tip of={read} after={after} />}
      {!read && !isForbidden(tips.error) && (
        <>
          <Choice
            id="closed"
            label={t('desk.state')}
            options={[
              ['false', t('desk.state.open')],
              ['true', t('tips.closed')],
            ]}
            value={closed}
            choose={setClosed}
          />
          <Loaded of={tips}>{({ tips }) => <List of={tips} show={setRead} />}</Loaded>
        </>
      )}
      {!read && !isForbidden(rewards.error) && (
        <Loaded of={rewards}>{({ rewards }) => <Rewards of={rewards} after={after} />}</Loaded>
      )}
    </>
  );
};

/** Whoever only approves has no list, whoever only reads no rewards. */
const isForbidden = (error: unknown): boolean => error instanceof Refused && error.status === 403;

const List = ({ of, show }: { of: TipCard[]; show: (view: OfficerView) => void }) => {
  if (of.length === 0) return <p>{t('tips.none')}</p>;
  return (
    <ul class="queue">
      {of.map((card) => (
        <li class="card" key={card.id}>
          <p class="line">
            <span class="tag">{card.stage.text}</span>
            {card.unread && <strong>{t('tips.unread')}</strong>}
            <span>
              {card.matter.text} · {card.county.text} · {card.receivedOn}
            </span>
          </p>
          <Actions
            of={[READ]}
            perform={async (_, input) => show(await post(`${at(card.id)}/readings`, input))}
            subject={`${card.matter.text} · ${card.county.text}`}
            after={async () => {}}
          />
        </li>
      ))}
    </ul>
  );
};

const reason = { type: 'string', title: t('tips.read.reason'), maxLength: 500 };
const READ = {
  action: 'read',
  label: t('tips.read'),
  tone: 'primary' as const,
  input: { type: 'object', required: ['reason'], properties: { reason } },
};

const Tip = ({ of: tip, after }: { of: OfficerView; after: After }) => (
  <>
    <p class="line">
      <span class="tag">{tip.stage.text}</span>
      <button type="button" class="button plain" onClick={() => after('')}>
        {t('tips.back')}
      </button>
    </p>
    <Actions
      of={tip.actions}
      perform={postedTo(at(tip.id), tip.version)}
      subject={`${tip.county.text} · ${wallClock(tip.receivedAt)}`}
      after={after}
    />
    <Panel title={t('tips.account')}>
      <p class="lines">{tip.account}</p>
      <Facts of={factsOf(tip)} />
    </Panel>
    <Panel title={t('tips.messages')}>
      {tip.messages.length === 0 && <p class="quiet">{t('tips.no-messages')}</p>}
      <Facts
        of={tip.messages.map((m) => ({ label: `${m.name ?? t('tips.sender')} ${wallClock(m.at)}`, value: m.text }))}
      />
    </Panel>
    {tip.history.length > 0 && <Timeline of={tip.history} />}
    <Panel title={t('tips.readings')}>
      <Facts of={tip.readings.map((r) => ({ label: `${r.by.name} ${wallClock(r.at)}`, value: r.reason }))} />
    </Panel>
  </>
);

const factsOf = (tip: OfficerView) => [
  { label: t('tips.place'), value: `${tip.county.text} · ${tip.place}` },
  ...(tip.seenOn ? [{ label: t('tips.seen-on'), value: tip.seenOn }] : []),
];

const Rewards = ({ of, after }: { of: Outline[]; after: After }) => {
  if (of.length === 0) return null;
  return (
    <Panel title={t('tips.rewards')}>
      {of.map((o) => (
        <section key={o.id}>
          <p class="line">
            <span class="tag">{o.stage.text}</span>
            <strong>{yuan(o.reward?.amountFen ?? 0)}</strong>
            <span>
              {o.reward?.proposedBy}: {o.reward?.reason}
            </span>
            {o.reward?.example && <span class="quiet">{o.reward.example}</span>}
          </p>
          <Actions
            of={o.actions}
            perform={postedTo(at(o.id), o.version)}
            subject={yuan(o.reward?.amountFen ?? 0)}
            after={after}
          />
        </section>
      ))}
    </Panel>
  );
};
