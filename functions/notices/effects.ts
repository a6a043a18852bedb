import { queueMail } from '../../shared/mail.ts';
import type { Delivery, Effects } from '../../shared/workflow/deliver.ts';
import { answerersOf } from '../directory/answerers.ts';
import { noticeLink } from './desk-links.ts';
import { complained } from './mail.ts';
import type { ComplaintInput, NoticeData } from './schema.ts';
import { wordsIn } from './words.ts';

/** How many there were when this one came; later ones may have come meanwhile. */
const countAt = ({ record, entry }: Delivery<NoticeData>): number => {
  const since = record.history.filter((e) => e.seq <= entry.seq);
  const settled = since.findLastIndex((e) => e.event === 'keep');
  return since.slice(settled + 1).filter((e) => e.event === 'complain' && e.effects.length > 0).length;
};

const tellOfficials = async (d: Delivery<NoticeData>): Promise<void> => {
  const { record, entry, effect } = d;
  const about = effect.params?.about as 'complaint' | 'held';
  const complaint = { ...(entry.input as ComplaintInput), at: entry.at };
  const readers = await answerersOf(record.data.unit);
  const what = { data: record.data, complaint, count: countAt(d) };
  await queueMail(d.id, complained(about, readers, what, noticeLink(record.id), wordsIn('zh')));
};

/** How the effects of a notice are carried out. */
export const effects: Effects<NoticeData> = { tellOfficials: { send: tellOfficials } };
