import { endOfPeriod } from '../../shared/calendar.ts';
import { invalidField } from '../../shared/errors.ts';
import { between, dateOf, type Moment } from '../../shared/time.ts';
import type { TipData, TipReport } from './schema.ts';

/** So many messages one tip-off may have, both sides together. */
export const MOST_MESSAGES = 60;

export const hasRoom = ({ messages }: TipData): boolean => messages < MOST_MESSAGES;

/** A reward is decided about once: what turned out true, and was not rewarded before. A proposal that was returned may come again. */
export const mayReward = ({ outcome, reward }: TipData): boolean => outcome === 'founded' && reward === undefined;

/** Milliseconds from `at` to the deletion of a tip-off whose handling has ended then. */
export const untilErased = ({ terms }: TipData, at: Moment): number => between(at, endOfPeriod(at, terms.keep));

/** Milliseconds from `at` to the end of the window in which a reward is claimed and collected. */
export const untilLapsed = ({ reward }: TipData, at: Moment): number => Math.max(0, between(at, reward?.until ?? at));

/** The end of the window for a reward approved at `at`. */
export const claimUntil = ({ terms }: TipData, at: Moment): Moment => endOfPeriod(at, terms.claimWindow);

/** Throws `future` for a day that has not come. */
export const checkReport = ({ seenOn }: TipReport, at: Moment): void => {
  if (seenOn !== undefined && seenOn > dateOf(at)) throw invalidField('seenOn', 'future', 'lies in the future');
};

/** Throws `too-large` beyond what the unit pays for one tip-off. */
export const checkAmount = ({ amountFen }: { amountFen: number }, { terms }: TipData): void => {
  if (amountFen > terms.mostFen) throw invalidField('amountFen', 'too-large', `is more than ${terms.mostFen} fen`);
};

/** A month's figures. */
export interface Figures {
  month: string;
  received: number;
  founded: number;
  unfounded: number;
  passedOn: number;
  open: number;
  rewarded: number;
}

export interface Counted {
  month: string;
  outcome?: TipData['outcome'];
  rewarded: boolean;
}

/** What one tip-off adds to the figures of its month. */
export const figureOf = ({ month, outcome, rewarded }: Counted): Figures => ({
  month,
  received: 1,
  founded: outcome === 'founded' ? 1 : 0,
  unfounded: outcome === 'unfounded' ? 1 : 0,
  passedOn: outcome === 'passed-on' ? 1 : 0,
  open: outcome === undefined ? 1 : 0,
  rewarded: rewarded ? 1 : 0,
});

/** Figures by month, added up, oldest first. */
export const byMonth = (all: Figures[]): Figures[] => {
  const months = new Map<string, Figures>();
  for (const f of all) months.set(f.month, sum(months.get(f.month), f));
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
};

const sum = (a: Figures | undefined, b: Figures): Figures =>
  a === undefined
    ? b
    : {
        month: a.month,
        received: a.received + b.received,
        founded: a.founded + b.founded,
        unfounded: a.unfounded + b.unfounded,
        passedOn: a.passedOn + b.passedOn,
        open: a.open + b.open,
        rewarded: a.rewarded + b.rewarded,
      };
