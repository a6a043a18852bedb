import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from './loaded.tsx';
import { Said } from './pieces.tsx';

interface LiveProps<T> {
  /** The path of the API that it stands at. */
  at: string;
  /** The page's heading as long as what brings its own is not there. */
  title?: string;
  children: (view: T, after: (said: string) => void) => ComponentChildren;
}

/** Something that people act on: after each action it says what was done and is loaded anew. */
export const Live = <T,>({ at, title, children }: LiveProps<T>) => {
  const loaded = useLoaded<T>(at);
  const [said, setSaid] = useState<string>();
  const after = (words: string) => {
    setSaid(words);
    void loaded.load();
  };
  return (
    <>
      <Said>{said}</Said>
      <Loaded of={loaded} title={title}>
        {(view) => children(view, after)}
      </Loaded>
    </>
  );
};
