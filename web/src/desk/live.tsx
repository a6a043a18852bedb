import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from './loaded.tsx';
import { Said } from './pieces.tsx';

/** Asks for what has become of it, then says what was done. Until it ends nothing more is done to what was looked at. */
export type After = (said: string) => Promise<void>;

/** What was done last in words, and what to do after the next thing: load anew. */
export const useAfter = (...loads: (() => Promise<void>)[]): { said: string | undefined; after: After } => {
  const [said, setSaid] = useState<string>();
  const after: After = async (words) => {
    await Promise.all(loads.map((load) => load()));
    setSaid(words);
  };
  return { said, after };
};

interface LiveProps<T> {
  /** The path of the API that it stands at. */
  at: string;
  /** The page's heading as long as what brings its own is not there. */
  title?: string;
  children: (view: T, after: After) => ComponentChildren;
}

/** Something that people act on: after each action it is loaded anew and says what was done. */
export const Live = <T,>({ at, title, children }: LiveProps<T>) => {
  const loaded = useLoaded<T>(at);
  const { said, after } = useAfter(loaded.load);
  return (
    <>
      <Said>{said}</Said>
      <Loaded of={loaded} title={title}>
        {(view) => children(view, after)}
      </Loaded>
    </>
  );
};
