import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { get, Refused } from './api.ts';
import { Press } from './press.tsx';
import { signIn } from './session.ts';
import { t } from './text.ts';
import { reasonOf } from './trouble.ts';

/** What stands at a path of the API: the last answer, or why there is none, and how to ask again. */
export const useLoaded = <T,>(path: string) => {
  const [value, setValue] = useState<T>();
  const [error, setError] = useState<unknown>();
  const last = useRef<symbol>();
  const load = useCallback(async () => {
    const mine = Symbol();
    last.current = mine;
    const found = await get<T>(path).then(
      (answer) => ({ answer }),
      (trouble) => ({ trouble }),
    );
    if (last.current !== mine) return; // asked again since: answers may overtake each other
    if ('answer' in found) setValue(found.answer);
    setError('trouble' in found ? found.trouble : undefined);
  }, [path]);
  useEffect(() => {
    setValue(undefined); // what stood at another path is not what is asked for
    void load();
  }, [load]);
  return { value, error, load };
};

interface LoadedProps<T> {
  /** The page's heading as long as the view that brings its own is not there. */
  title?: string;
  of: { value: T | undefined; error: unknown; load: () => Promise<void> };
  children: (value: T) => ComponentChildren;
}

/** The view of something loaded; what is wrong and the way on where it could not be. */
export const Loaded = <T,>({ of: { value, error, load }, title, children }: LoadedProps<T>) => (
  <>
    {value === undefined && title && <h1>{title}</h1>}
    {error !== undefined && <Trouble error={error} again={load} />}
    {value !== undefined && children(value)}
    {value === undefined && error === undefined && <p role="status">{t('desk.loading')}</p>}
  </>
);

export const Trouble = ({ error, again }: { error: unknown; again: () => Promise<void> }) => {
  if (error instanceof Refused && error.status === 401) return <SignIn within />;
  return (
    <section class="card alarm" role="alert">
      <p>{reasonOf(error)}</p>
      <button type="button" class="button plain" onClick={again}>
        {t('desk.again')}
      </button>
    </section>
  );
};

/** `within` a page that has its heading already. */
export const SignIn = ({ failed, within }: { failed?: boolean; within?: boolean }) => (
  <section class="card">
    {within ? <h2>{t('desk.sign-in')}</h2> : <h1>{t('desk.sign-in')}</h1>}
    {failed && (
      <p class="error" role="alert">
        {t('desk.sign-in.failed')}
      </p>
    )}
    <p>{t('desk.sign-in.text')}</p>
    <Press act={signIn}>{t('desk.sign-in')}</Press>
  </section>
);
