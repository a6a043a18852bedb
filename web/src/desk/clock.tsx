import { useEffect, useState } from 'preact/hooks';
import { t, wallClock } from './text.ts';

const MINUTE = 60_000;

/** How far the server's clock is ahead of this phone's, which may be wrong. */
let ahead = 0;

/** Takes the time from the `Date` of an answer. */
export const learnTime = (date: string | null): void => {
  const told = Date.parse(date ?? '');
  if (!Number.isNaN(told)) ahead = told - Date.now();
};

/** The time by the server’s clock, in milliseconds, once it has answered anything. */
export const now = (): number => Date.now() + ahead;

/** Today’s date in Asia/Shanghai. */
export const today = (): string => wallClock(new Date(now()).toISOString()).slice(0, 10);

const useMinute = (): number => {
  const [at, setAt] = useState(now());
  useEffect(() => {
    const timer = setInterval(() => setAt(now()), MINUTE / 4);
    return () => clearInterval(timer);
  }, []);
  return at;
};

const spoken = (ms: number): string => {
  const minutes = Math.floor(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return t('desk.days', { days: Math.floor(hours / 24), hours: hours % 24 });
  return hours > 0 ? t('desk.hours', { hours, minutes: minutes % 60 }) : t('desk.minutes', { minutes });
};

/** A deadline counting down; past it the words say so, not the colour alone. */
export const Countdown = ({ due, text }: { due: string; text?: string }) => {
  const left = Date.parse(due) - useMinute();
  const key = left < 0 ? 'desk.overdue' : 'desk.left';
  return (
    <span class={left < 0 ? 'overdue' : ''}>
      {text} <strong>{t(key, { time: spoken(Math.abs(left)) })}</strong>{' '}
      <time class="quiet" dateTime={due}>
        {wallClock(due)}
      </time>
    </span>
  );
};
