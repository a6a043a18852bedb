import { isDomainError } from '../../../shared/errors.ts';
import { contentDigest } from '../../../shared/ids.ts';
import { now } from '../../../shared/time.ts';
import { act } from '../../../shared/workflow/act.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import type { Delivery, Effects } from '../../../shared/workflow/deliver.ts';
import { SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { create, fromItem } from '../../../shared/workflow/store.ts';
import { localDaysOf } from '../../directory/local-days.ts';
import { rectification, rectificationId } from '../rectification/rectification.ts';
import type { RectificationData } from '../rectification/schema.ts';
import { settingsIn } from '../weeks.ts';
import type { JournalData } from './schema.ts';

type Done = Delivery<JournalData>;

const DAY = 86_400_000;

/** The least-satisfying work becomes a rectification; one that was told in other words since says so. */
const rectify = async ({ record: { id: journal, data }, entry }: Done): Promise<void> => {
  const { reflection, unit, zone, week, who } = data;
  if (!reflection) return;
  const [{ escalateDays, verifyDays }, local] = await Promise.all([settingsIn(unit), localDaysOf(unit)]);
  const words = wordsOf(reflection.least);
  const fresh: RectificationData = {
    ...{ unit, zone, journal, week, author: who, owner: who, owners: [who.id], ...words, openedAt: reflection.at },
    ...{ escalateIn: escalateDays * DAY, verifyIn: verifyDays * DAY, local, returned: [] },
  };
  const by = entry.by;
  const record = begin(rectification, rectificationId(journal), fresh, { type: 'opened', at: reflection.at, by });
  const there = await create(rectification, record);
  if (there) await restate(record.id, fromItem(rectification, there).data, words);
};

type Told = Pick<RectificationData, 'what' | 'why' | 'measure' | 'topics' | 'due'>;

const wordsOf = ({ what, why, follows, topics, due }: NonNullable<JournalData['reflection']>['least']): Told => ({
  ...{ what, why, measure: follows, topics, due },
});

const restate = async (id: string, { what, why, measure, topics, due }: Told, words: Told): Promise<void> => {
  if (contentDigest({ what, why, measure, topics, due }) === contentDigest(words)) return;
  try {
    await act(rectification, id, { type: 'restated', at: now(), by: SYSTEM, input: { ...words } });
  } catch (e) {
    if (!isDomainError(e, 'not-possible')) throw e; // done already, or closed
  }
};

/** How the effects of a person's week are carried out. */
export const effects: Effects<JournalData> = { rectify: { send: rectify } };
