import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../api.ts';
import { told } from '../text.ts';
import { t } from './text.ts';
import type { ChangedView } from './views.ts';

/** A change that is shown before it is saved. */
export interface Proposed {
  label: string;
  changed: ChangedView;
  save: () => Promise<unknown>;
}

interface PreviewProps {
  of: Proposed;
  close: () => void;
  after: (said: string) => void;
}

/** Who moves by a change; only the button saves it. */
export const Preview = ({ of: { label, changed, save }, close, after }: PreviewProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => dialog.current?.showModal(), []);
  const press = async () => {
    try {
      await save();
      close();
      after(t('desk.saved', { what: label }));
    } catch (e) {
      setTrouble(e instanceof Refused ? told(e.code) : t('desk.offline'));
    }
  };
  return (
    <dialog ref={dialog} aria-labelledby="preview-title" onClose={close}>
      <h2 id="preview-title">{label}</h2>
      <p class="quiet">{t('desk.not-yet-saved')}</p>
      <Moves of={changed} />
      {trouble && (
        <p class="error" role="alert">
          {trouble}
        </p>
      )}
      <p class="act">
        <button type="button" class="button" onClick={press}>
          {t('desk.save')}
        </button>
        <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
          {t('desk.dismiss')}
        </button>
      </p>
    </dialog>
  );
};

const Moves = ({ of: { moves, gaps } }: { of: ChangedView }) => (
  <>
    {moves.length === 0 ? (
      <p>{t('desk.no-moves')}</p>
    ) : (
      <>
        <p>{t('desk.moves')}</p>
        <ul>
          {moves.map((m) => (
            <li key={m.week}>
              {m.text} <span class="quiet">{m.week}</span>
            </li>
          ))}
        </ul>
      </>
    )}
    {gaps.length > 0 && (
      <>
        <p class="error">{t('desk.leaves-gaps')}</p>
        <ul>
          {gaps.map((g) => (
            <li key={g.week}>
              {g.week} {g.reason}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);
