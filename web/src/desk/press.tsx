import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { reasonOf } from './trouble.ts';

interface PressProps {
  /** What the press does; why it could not be done is told. */
  act: () => Promise<unknown>;
  tone?: 'primary' | 'plain' | 'danger';
  /** The button's name where its text alone does not say of what. */
  name?: string;
  children: ComponentChildren;
}

/** A button that asks nothing more: pressed twice it is done once, and why it was not done stands beside it. */
export const Press = ({ act, tone = 'primary', name, children }: PressProps) => {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const press = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble(undefined);
    await act().catch((e) => setTrouble(reasonOf(e)));
    setBusy(false);
  };
  return (
    <>
      <button type="button" class={`button ${tone}`} aria-label={name} aria-busy={busy} onClick={press}>
        {children}
      </button>
      {trouble && (
        <span class="error" role="alert">
          {trouble}
        </span>
      )}
    </>
  );
};
