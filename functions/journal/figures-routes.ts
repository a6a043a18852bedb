import * as z from 'zod';
import { invalidField } from '../../shared/errors.ts';
import { date } from '../../shared/fields.ts';
import { type Route, route } from '../../shared/route.ts';
import { lang } from '../../shared/route-parts.ts';
import { addDays, dateOf, daysBetween, now } from '../../shared/time.ts';
import { unitAt } from '../directory/schema.ts';
import { mustBeInside } from './access.ts';
import { closedInUnit, journalsOfUnit, openInUnit } from './board.ts';
import { chart } from './chart.ts';
import { type Figures, figures, figuresOf, handedIn, handedInBy, weeksWithin } from './figures.ts';
import type { Topic } from './settings.ts';
import { topicName, wordsIn } from './views.ts';
import { ruleIn, settingsIn } from './weeks.ts';

const span = z.object({ from: date().optional(), to: date().optional(), lang });

/** Weeks that the figures tell of where nothing is asked for, and the most. */
const USUAL = 12 * 7;
const MOST = 104 * 7;

/** Throws `invalid-input` for a span that ends before it begins, or is longer than two years. */
const spanOf = ({ from, to }: z.infer<typeof span>, today: string): { from: string; to: string } => {
  const end = to ?? today;
  const begin = from ?? addDays(end, 1 - USUAL);
  if (end < begin) throw invalidField('to', 'before-start', 'lies before the first day');
  if (daysBetween(begin, end) > MOST) throw invalidField('from', 'too-large', 'is more than two years back');
  return { from: begin, to: end };
};

const figuresIn = async (unit: string, asked: z.infer<typeof span>): Promise<{ found: Figures; topics: Topic[] }> => {
  const [rule, settings] = await Promise.all([ruleIn(unit), settingsIn(unit)]);
  const today = dateOf(now(), rule.zone);
  const { from, to } = spanOf(asked, today);
  const [open, closed] = await Promise.all([openInUnit(unit), closedInUnit(unit, from)]);
  const weeks = weeksWithin(from, to, rule.day);
  return { found: figuresOf([...open, ...closed], weeks, today, rule.zone), topics: settings.topics };
};

export const figuresRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/journal/units/{unit}/figures',
    summary: 'Closing rate, median days to close, recurring topics of a span of weeks; and who handed in how much',
    access: 'staff',
    params: unitAt,
    query: span,
    reply: figures.extend({
      topics: z.array(figures.shape.topics.element.extend({ text: z.string() })),
      journals: z.array(handedIn),
    }),
    handle: async ({ actor, params: { unit }, query, language }) => {
      mustBeInside(actor, unit);
      const { found, topics } = await figuresIn(unit, query);
      const told = found.topics.map((f) => ({ ...f, text: topicName(f.topic, topics, language) }));
      const weeks = found.byWeek.map((w) => w.week);
      const cards = await journalsOfUnit(unit, weeks[0] ?? '', weeks.at(-1));
      return { body: { ...found, topics: told, journals: handedInBy(cards, weeks) } };
    },
  }),
  route({
    method: 'GET',
    path: '/journal/units/{unit}/figures/chart',
    summary: 'The same as a chart (SVG): opened and closed rectifications a week',
    access: 'staff',
    params: unitAt,
    query: span,
    handle: async ({ actor, params: { unit }, query, language }) => {
      mustBeInside(actor, unit);
      const { found } = await figuresIn(unit, query);
      return { file: { content: chart(found, wordsIn(language)).markup, type: 'image/svg+xml; charset=utf-8' } };
    },
  }),
];
