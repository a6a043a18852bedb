import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { translator } from '../../shared/i18n.ts';
import { log } from '../../shared/log.ts';
import { queueMail } from '../../shared/mail.ts';
import { now } from '../../shared/time.ts';
import { words } from '../../shared/words.ts';
import { beginWeeks } from '../journal/start.ts';
import { dutyLink } from './desk-links.ts';
import { dutyMessage } from './fan-out.ts';
import { freezeWeek } from './handover/freeze.ts';
import { reminder } from './handover/mail.ts';
import { mailWords } from './mail-words.ts';
import { messages } from './messages.ts';
import { teamOf } from './people.ts';
import { whoIsOn } from './rules.ts';
import type { Rota } from './schema.ts';
import { rotasAndWeeks } from './store.ts';

/** Does what a slot's moment asks of some units; a message that fails comes again by itself. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed = await Promise.all(event.Records.map(attempt));
  return { batchItemFailures: failed.filter((f) => f !== undefined).map((itemIdentifier) => ({ itemIdentifier })) };
};

const attempt = async ({ messageId, body }: SQSRecord): Promise<string | undefined> => {
  try {
    await carryOut(body);
    return undefined;
  } catch (e) {
    log.error('duty message failed', { messageId, error: e instanceof Error ? e.name : typeof e });
    return messageId;
  }
};

const carryOut = async (body: string): Promise<void> => {
  const { kind, weeks, units } = dutyMessage.parse(JSON.parse(body));
  switch (kind) {
    case 'hand-over':
      for (const week of weeks) await freezeWeek(units, week);
      for (const week of weeks) await beginWeeks(units, week);
      return;
    case 'reminder':
      for (const week of weeks) await remindAll(units, week);
  }
};

const remindAll = async (units: string[], week: string): Promise<void> => {
  const { rotas } = await rotasAndWeeks(units, week);
  for (const rota of rotas) await remind(rota, week);
};

/** Who comes next is told once, however often the message comes. */
const remind = async (rota: Rota, week: string): Promise<void> => {
  const turn = whoIsOn(rota, week);
  if (turn.kind !== 'turn') return;
  const data = { unit: rota.unit, week, who: turn.who, noonIn: 0 };
  const t = translator('zh', mailWords, messages, words);
  const about = { data, began: now(), rule: rota.week, team: await teamOf(rota.unit), t, desk: dutyLink() };
  await queueMail(`reminder#${rota.unit}#${week}`, reminder(about));
};
