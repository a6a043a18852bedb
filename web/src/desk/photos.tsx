import { useEffect, useRef, useState } from 'preact/hooks';
import { get } from './api.ts';
import { Loaded, useLoaded } from './loaded.tsx';
import { Panel } from './pieces.tsx';
import { t } from './text.ts';
import { reasonOf } from './trouble.ts';
import type { PhotoList, PhotoView } from './views.ts';

interface PhotosProps {
  /** The address of what the photos belong to. */
  at: string;
  /** What that is, for those who cannot see the pictures. */
  of: string;
}

/** The photos of something, small; each opens large. Nothing where there are none. */
export const Photos = ({ at, of }: PhotosProps) => {
  const loaded = useLoaded<PhotoList>(`${at}/photos`);
  const [open, setOpen] = useState<PhotoView>();
  if (loaded.value?.photos.length === 0) return null;
  return (
    <Panel title={t('desk.photos')}>
      <Loaded of={loaded}>
        {({ photos }) => (
          <ul class="photos">
            {photos.map((p) => (
              <li key={p.n}>
                <Small photo={p} of={of} open={() => setOpen(p)} />
              </li>
            ))}
          </ul>
        )}
      </Loaded>
      {open && <Large at={at} photo={open} of={of} close={() => setOpen(undefined)} />}
    </Panel>
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
