import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Choice } from './pieces.tsx';
import { asked, t } from './text.ts';

interface OneOfProps {
  units: { id: string; name: string }[];
  /** What is said to whoever has none. */
  none: string;
  children: (unit: string) => ComponentChildren;
}

/** The unit that the address names, or the person's first; whoever has several chooses. */
export const OneOf = ({ units, none, children }: OneOfProps) => {
  const named = units.find((u) => u.id === asked('unit'));
  const [unit, setUnit] = useState((named ?? units[0])?.id);
  if (unit === undefined) return <p>{none}</p>;
  return (
    <>
      {units.length > 1 && (
        <Choice
          id="unit"
          label={t('desk.unit')}
          options={units.map((u) => [u.id, u.name])}
          value={unit}
          choose={setUnit}
        />
      )}
      <div key={unit}>{children(unit)}</div>
    </>
  );
};
