import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from './api.ts';
import { Loaded, useLoaded } from './loaded.tsx';
import { sent, wordsFor } from './photo-field.ts';
import { Panel } from './pieces.tsx';
import { t, wallClock } from './text.ts';
import { reasonOf } from './trouble.ts';
import type { PhotoList, PhotoView } from './views.ts';

interface PhotosProps {
  /** The address of what the photos belong to. */
  at: string;
  /** What that is, for those who cannot see the pictures. */
  of: string;
  /** Whether photos are added here, and not with a form that they go with. */
  taking?: boolean;
}

/** The photos of something, small; each opens large. Nothing where there are none and none can be added. */
export const Photos = ({ at, of, taking }: PhotosProps) => {
  const loaded = useLoaded<PhotoList>(`${at}/photos`);
  const [open, setOpen] = useState<PhotoView>();
  const takes = taking && loaded.value?.mayAdd;
  if (loaded.value?.photos.length === 0 && !takes) return null;
  return (
    <Panel title={t('desk.photos')}>
      <Loaded of={loaded}>
        {({ photos }) => (
          <ul class="photos">
            {photos.map((p) => (
              <li key={p.n}>
                <Small photo={p} of={of} open={() => setOpen(p)} />
                {p.by && (
                  <span class="quiet">
                    {p.by} {wallClock(p.at)}
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {takes && <Add at={`${at}/photos`} added={loaded.load} />}
      {open && <Large at={at} photo={open} of={of} close={() => setOpen(undefined)} />}
    </Panel>
  );
};

/** Takes photos one by one, as each is made small and sent; what is sent stays, whatever happens to the next. */
const Add = ({ at, added }: { at: string; added: () => Promise<void> }) => {
  const [told, setTold] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const take = async (e: Event) => {
    const input = e.currentTarget as HTMLInputElement;
    const files = [...(input.files ?? [])];
    setBusy(true);
    const outcomes: string[] = [];
    for (const file of files) {
      setTold([...outcomes, t('desk.photo.sending')]);
      outcomes.push(await sent(at, file).then(wordsFor, reasonOf));
    }
    input.value = ''; // the same file may be chosen again
    setTold(outcomes);
    setBusy(false);
    await added();
  };
  return (
    <div class="field">
      <label for="add-photos">{t('desk.photo.add')}</label>
      <p class="hint" id="add-photos-hint">
        {t('desk.photo.hint')}
      </p>
      <input
        id="add-photos"
        type="file"
        multiple
        accept="image/*"
        aria-describedby="add-photos-hint"
        disabled={busy}
        onChange={take}
      />
      <div role="status">
        {told.map((words, i) => (
          <p class="hint" key={String(i)}>
            {words}
          </p>
        ))}
      </div>
    </div>
  );
};

const nameOf = ({ n }: PhotoView, of: string): string => t('desk.photo', { n, of });

const Small = ({ photo, of, open }: { photo: PhotoView; of: string; open: () => void }) =>
  photo.address === undefined ? (
    <span class="quiet">
      {t('desk.photo.nth', { n: photo.n })}: {photo.text}
    </span>
  ) : (
    <button type="button" class="photo" aria-haspopup="dialog" onClick={open}>
      <img src={photo.address} alt={nameOf(photo, of)} width={photo.width} height={photo.height} loading="lazy" />
    </button>
  );

/** One photo as large as there is room; its address is asked for anew, since those of the list run out. */
const Large = ({ at, photo, of, close }: { at: string; photo: PhotoView; of: string; close: () => void }) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const [address, setAddress] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  useEffect(() => {
    dialog.current?.showModal();
    get<{ address: string }>(`${at}/photos/${photo.n}`).then(
      (answer) => setAddress(answer.address),
      (e) => setTrouble(reasonOf(e)),
    );
  }, [at, photo.n]);
  return (
    <dialog ref={dialog} class="large" aria-label={nameOf(photo, of)} onClose={close}>
      {address && <img src={address} alt={nameOf(photo, of)} width={photo.width} height={photo.height} />}
      {trouble && <p role="alert">{trouble}</p>}
      <p class="act">
        <button type="button" class="button plain" onClick={() => dialog.current?.close()}>
          {t('desk.photo.close')}
        </button>
      </p>
    </dialog>
  );
};
