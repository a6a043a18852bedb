import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { translator } from '../../../shared/i18n.ts';
import { siteWords } from '../words.ts';
import { ActionForm } from './actions.tsx';
import { post, Refused } from './api.ts';
import { Facts } from './pieces.tsx';
import { deskPath, language } from './text.ts';
import { reasonOf } from './trouble.ts';
import type { LinkPreview } from './views.ts';

/** The page behind a link in mail. It shows what would happen; only pressing the button makes it happen. */

const t = translator(language, siteWords);
const token = decodeURIComponent(location.hash.slice(1).replace(/^token=/, ''));

const Act = () => {
  const [preview, setPreview] = useState<LinkPreview>();
  const [refused, setRefused] = useState<string>();
  const [done, setDone] = useState(false);
  const look = useCallback(async () => {
    setRefused(undefined);
    try {
      setPreview(await post<LinkPreview>('/links/preview', { token }));
    } catch (e) {
      setRefused(reasonOf(e));
    }
  }, []);
  useEffect(() => void (token && look()), [look]);

  if (!token) return <p class="card alarm">{t('act.none')}</p>;
  if (done && preview) return <Done preview={preview} />;
  return (
    <>
      {refused && <Stopped reason={refused} preview={preview} again={look} />}
      {!refused && preview && <Ask preview={preview} done={() => setDone(true)} refuse={setRefused} />}
      {!refused && !preview && <p role="status">{t('act.loading')}</p>}
    </>
  );
};

const factsOf = (p: LinkPreview) => [
  { label: t('act.you'), value: p.person },
  { label: t('act.case'), value: [p.number, p.title].filter(Boolean).join(' · ') },
  { label: t('act.place'), value: p.place },
  { label: t('act.stage'), value: p.stage.text },
  { label: t('act.version'), value: String(p.version) },
];

interface AskProps {
  preview: LinkPreview;
  done: () => void;
  refuse: (reason: string) => void;
}

const Ask = ({ preview, done, refuse }: AskProps) => {
  const send = async (input: unknown) => {
    try {
      await post('/links/confirm', { token, input });
      done();
    } catch (e) {
      if (e instanceof Refused && e.fields.length > 0) throw e;
      refuse(reasonOf(e));
    }
  };
  return (
    <>
      <h1>{preview.action.label}</h1>
      <section class="card">
        <Facts of={factsOf(preview)} />
      </section>
      <p class="strong">{t('act.will', { what: preview.action.label })}</p>
      <p class="quiet">{t('act.nothing-yet')}</p>
      <ActionForm action={preview.action} send={send} />
    </>
  );
};

const Stopped = ({ reason, preview, again }: { reason: string; preview?: LinkPreview; again: () => void }) => (
  <section class="card alarm" role="alert">
    <h1>{reason}</h1>
    {preview && <Facts of={factsOf(preview)} />}
    <p class="act">
      <button type="button" class="button" onClick={again}>
        {t('act.again')}
      </button>
      <a class="button plain" href={preview ? deskPath(`case/?id=${preview.caseId}`) : deskPath('')}>
        {t('act.desk')}
      </a>
    </p>
  </section>
);

const Done = ({ preview }: { preview: LinkPreview }) => (
  <section class="card good" role="status">
    <h1>{t('act.done', { what: preview.action.label })}</h1>
    <Facts of={factsOf(preview).slice(1, 3)} />
    <p class="act">
      <a class="button plain" href={deskPath(`case/?id=${preview.caseId}`)}>
        {t('act.desk')}
      </a>
    </p>
  </section>
);

const place = document.getElementById('act') as HTMLElement;
place.replaceChildren();
render(<Act />, place);
