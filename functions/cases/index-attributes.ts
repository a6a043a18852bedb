import { areaOf } from '../../shared/keys.ts';
import { nextClock } from '../../shared/workflow/decide.ts';
import type { LifeRecord } from '../../shared/workflow/lifecycle.ts';
import { clockName } from './rules.ts';
import type { CaseData } from './schema.ts';

/** Sorts behind every date: what has no deadline stands last in the queue. */
export const NEVER = '9999-12-31T23:59:59.999Z';

/**
 * A case in the indexes: in its unit's queue while it is open, by what falls due first, and by type and county for good.
 * A report that triage has not seen yet is in neither, so that accepting it stays one cheap write.
 */
export const caseIndex = (
  record: LifeRecord<CaseData>,
  card: Record<string, unknown>,
  facts: Record<string, unknown>,
  open: boolean,
) => {
  if (!record.data.unit) return {};
  const [clock, running] = nextClock(record) ?? [];
  const due = running?.due ?? NEVER;
  const order = `${record.createdAt}#${record.id}`;
  return {
    area: areaOf(record.type, record.data.area),
    areaOrder: order,
    facts: { ...facts, shown: shownOf(record) },
    queue: open ? record.data.unit : `${record.data.unit}#closed`,
    queueOrder: open ? `${due}#${record.id}` : order,
    card: { ...common(record), ...card, due: running?.due, dueClock: clock && clockName(clock) },
  };
};

/** What anybody may be told of a case by other programs: how far it is, with whom, since when. */
const shownOf = ({ state, data, updatedAt }: LifeRecord<CaseData>) => ({ state, unit: data.unit, updatedAt });

const common = ({ id, type, data, createdAt, updatedAt, state }: LifeRecord<CaseData>) => ({
  id,
  type,
  number: data.number,
  urgency: data.urgency,
  unit: data.unit,
  receivedAt: createdAt,
  movedAt: updatedAt,
  state,
  area: data.area,
  words: data.place.words,
});
