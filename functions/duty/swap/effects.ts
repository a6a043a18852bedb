import { translator, type Words } from '../../../shared/i18n.ts';
import { queueMail, subjectLine } from '../../../shared/mail.ts';
import { wallClock } from '../../../shared/time.ts';
import { words } from '../../../shared/words.ts';
import type { Delivery, Effects } from '../../../shared/workflow/deliver.ts';
import { dutyLink } from '../desk-links.ts';
import { mailWords } from '../mail-words.ts';
import { messages } from '../messages.ts';
import { teamOf } from '../people.ts';
import { zoneOf } from '../powers.ts';
import { weekLabel } from '../week.ts';
import type { SwapData } from './schema.ts';

const t = translator('zh', mailWords, messages, words);

const tell = async (
  { id, record }: Delivery<SwapData>,
  about: 'swap' | 'swapped',
  to: SwapData['asker'],
): Promise<void> => {
  const { unit, weeks, asker, note = '', until } = record.data;
  const [team, zone] = await Promise.all([teamOf(unit), zoneOf(unit)]);
  const stage = t(`swap.stage.${String(record.state)}`);
  const facts: Words = {
    ...{ unit: team.unitName, name: asker.name, mine: weekLabel(weeks[0]), yours: weekLabel(weeks[1]) },
    ...{ note, stage, until: wallClock(until, zone) },
  };
  const text = [t('mail.hello', { name: to.name }), t(`mail.${about}.text`, facts)].join('\n\n');
  const subject = subjectLine(t(`mail.${about}.subject`, facts));
  await queueMail(id, [{ to: to.id, subject, text, link: { label: t('mail.desk'), url: dutyLink() }, language: 'zh' }]);
};

/** How the effects of a swap are carried out. */
export const effects: Effects<SwapData> = {
  askOther: { send: (d) => tell(d, 'swap', d.record.data.other) },
  tellAsker: { send: (d) => tell(d, 'swapped', d.record.data.asker) },
};
