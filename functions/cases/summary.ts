import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { translator } from '../../shared/i18n.ts';
import { queueMail } from '../../shared/mail.ts';
import { dateOf, now } from '../../shared/time.ts';
import { areaName } from '../directory/areas.ts';
import { countiesServed, leadOf, membersOf, routeFor } from '../directory/lookup.ts';
import { bulletinOf } from './area-bulletin.ts';
import type { TypeBulletin } from './bulletin-figures.ts';
import { titleOf } from './bulletin-sentences.ts';
import type { CaseType } from './case-type.ts';
import { caseTypes } from './registry.ts';
import { monthBefore, summaryMails, summaryWords, type TypeMonth } from './summary-mail.ts';
import { wordsOf } from './track.ts';

const env = environment(z.object({ SITE_URL: z.url() }));

/** What one unit answers for in one county. */
interface Charge {
  unit: string;
  county: string;
  types: CaseType[];
}

/**
 * Mails each county's last month to the officials of the units that answer for it there, of a community to its first
 * secretary. Called on the first three days of a month: a mail whose effect went out before goes out no more, one that failed
 * is made up for.
 */
export const handler = async (): Promise<void> => {
  const month = monthBefore(dateOf(now()));
  for (const charge of await charges()) await summarise(charge, month);
};

const charges = async (): Promise<Charge[]> => {
  const found = new Map<string, Charge>();
  for (const type of await caseTypes())
    for (const county of await countiesServed(type.type)) {
      const to = await routeFor(type.type, county);
      if (!to || !type.bulletin) continue;
      const unit = await leadOf(to);
      const charge = found.get(`${unit}#${county}`) ?? { unit, county, types: [] };
      charge.types.push(type);
      found.set(`${unit}#${county}`, charge);
    }
  return [...found.values()];
};

const summarise = async ({ unit, county, types }: Charge, month: ReturnType<typeof monthBefore>): Promise<void> => {
  const officials = await membersOf(unit, 'official', 'first-secretary');
  if (officials.length === 0) return;
  const told = await Promise.all(types.map((type) => typeMonth(type, county, month)));
  const area = { code: county, name: await areaName(county) };
  const mails = summaryMails(officials, area, month, told, env().SITE_URL, translator('zh', summaryWords));
  await queueMail(`summary#${unit}#${county}#${month.month}`, mails);
};

const typeMonth = async (
  type: CaseType,
  county: string,
  { from, to }: ReturnType<typeof monthBefore>,
): Promise<TypeMonth> => {
  const bulletin = (await type.bulletin?.()) as TypeBulletin;
  const { view } = await bulletinOf(type, bulletin, county, from, to, 'zh');
  const title = titleOf(view.area.name, wordsOf(type, 'zh'));
  return { type: type.type, title, sentences: view.sentences.zh };
};
