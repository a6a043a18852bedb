import { t } from './text.ts';

interface CounterProps {
  id: string;
  label: string;
  value: number;
  set: (value: number) => void;
}

const STEPS = [1, 10];

/** A number that is tapped while people come; it can also be typed. */
export const Counter = ({ id, label, value, set }: CounterProps) => (
  <div class="counter">
    <label for={id}>{label}</label>
    <button
      type="button"
      class="button plain"
      aria-label={t('door.take', { what: label })}
      onClick={() => set(Math.max(0, value - 1))}
    >
      −1
    </button>
    <input
      id={id}
      type="number"
      inputMode="numeric"
      min={0}
      max={1_000_000}
      value={value}
      onInput={(e) => set(Math.max(0, Math.trunc(Number(e.currentTarget.value)) || 0))}
    />
    {STEPS.map((step) => (
      <button
        key={step}
        type="button"
        class="button"
        aria-label={t('door.add', { what: label, count: step })}
        onClick={() => set(value + step)}
      >
        +{step}
      </button>
    ))}
  </div>
);
