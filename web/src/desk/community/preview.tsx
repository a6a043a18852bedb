import { useLayoutEffect, useRef } from 'preact/hooks';
import type { After } from '../live.tsx';
import { Press } from '../press.tsx';
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
  after: After;
}

/** Who moves by a change; only the button saves it. */
export const Preview = ({ of: { label, changed, save }, close, after }: PreviewProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const saved = async () => {
    await save();
    await after(t('desk.saved', { what: label }));
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="preview-title" onClose={close}>
      <h2 id="preview-title">{label}</h2>
      <p class="quiet">{t('desk.not-yet-saved')}</p>
      <Moves of={changed} />
      <p class="act">
        <Press act={saved}>{t('desk.save')}</Press>
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
