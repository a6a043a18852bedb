/**
 * Every key of the table is built here.
 *
 * | what                                | pk                   | sk                   | index
 * |-------------------------------------|----------------------|----------------------|-------------------------------
 * | a case, its whole life              | CASE#<id>            | RECORD               |
 * |  what a unit has to do, first due   | queue = <unit>       | queueOrder = <due>#… | byQueue
 * |  cases of a type and county by time | area = <type>#<code> | areaOrder = <at>#<id>| byArea
 * |  steps whose effects are under way  | outbox = outbox-<n>  | outboxAt = <at>      | outbox
 * |  what the sweeper looks at, when    | outbox = wake-<n>    | outboxAt = <at>      | outbox
 * | what failed of any record           | <KIND>#<id>          | FAILURE#<what>       | byQueue: STUCK#<unit>, byArea: STUCK; outbox
 * | what is unbounded of a case         | CASE#<id>            | CARE#<id>, …         |
 * | older steps of any record           | <KIND>#<id>          | HISTORY#<seq>        |
 * | photos of a case, task, …         | CASE#<id>, TASK#<id> | PHOTO#<n>            |
 * | a case shown to a further unit      | CASE#<id>            | WAITING#<unit>       | byQueue
 * | a case by its reporter's number     | CASE#<id>            | CALLER               | byQueue: CALLER#<digest>
 * |  who looked up that number          | CALLER#<digest>      | READING#<at>#<id>    |
 * | a call that was just taken down     | CALL#<digest>        | <type>               |
 * | a reward, its whole life            | REWARD#<id>          | RECORD               | byQueue, outbox
 * | who is paid, encrypted              | REWARD#<id>          | PAYEE                |
 * | who read who is paid                | REWARD#<id>          | PAYEEREAD#<at>#<id>  |
 * | rewards of a case or a report       | CASE#<id>            | REWARD#<id>          |
 * | one payment per person and case     | PAID#<case>#<person> | PAID                 |
 * | ledger of a unit and year           | LEDGER#<unit>#<year> | <at>#<id>            |
 * | budget of a unit and year           | BUDGET#<unit>        | <year>               |
 * | reward policies, dated              | POLICY#<unit>        | <from>               |
 * | number of a case → its id           | NUMBER#<number>      | NUMBER               |
 * | case → its number                   | CASE#<id>            | NUMBER               |
 * | counters of case numbers            | COUNTER#<series>     | COUNTER              |
 * | a unit and its members              | UNIT#<id>            | UNIT, MEMBER#<email> |
 * | a person                            | PERSON#<email>       | PERSON               |
 * |  a search they keep under a name    | PERSON#<email>       | VIEW#<digest>        |
 * | a route                             | ROUTE#<type>#<area>  | ROUTE                |
 * | what a place adds (areas, species)  | LOCAL#<kind>         | <code>               |
 * | all units, all routes               | list = units, routes | <id>                 | byQueue (as queue)
 * | a task, its whole life              | TASK#<id>            | RECORD               | byQueue: TASKS#<unit>, byArea: TASKS#<person>
 * | a unit's rota                       | ROTA#<unit>          | ROTA                 | byQueue: ROTAS#<slot>#<shard>
 * | slots in which units hand over      | SLOTS                | <slot>               |
 * | a week of duty, from its hand-over  | HANDOVER#<id>        | RECORD               | outbox
 * | a swap that is asked for            | SWAP#<id>            | RECORD               | byQueue: SWAPS#<unit>
 * | a morning meeting                   | MEETING#<id>         | RECORD               | outbox
 * | a person's week in the journal      | JOURNAL#<id>         | RECORD               | byQueue: JOURNALS#<unit>, byArea: JOURNALS#<person>
 * | a rectification                     | RECTIFICATION#<id>   | RECORD               | byQueue: RECTIFICATIONS#<unit>, byArea: …#<person>
 * | a weekly meeting                    | WEEKLY#<id>          | RECORD               | byQueue: WEEKLIES#<unit>
 * | a mentor and a newcomer             | MENTORSHIP#<id>      | RECORD               | byQueue: MENTORSHIPS#<unit>
 * | a debate, a training, culture       | ACTIVITY#<id>        | RECORD               | byQueue: ACTIVITIES#<unit>
 * | a calendar's secret address         | FEED#<digest>        | FEED                 | byQueue: FEEDS#<person>
 * | a household, and visits to it       | HOUSEHOLD#<unit>#<id>| HOUSEHOLD, VISIT#<id>| byQueue: HOUSEHOLDS#<unit>, byArea: VISITS#<person>
 * | a rest station                      | STATION#<id>         | STATION              | byQueue: STATIONS
 * |  what is broken there now           | STATION#<id>         | BROKEN#<facility>    | byQueue: BROKEN
 * |  who changed it, and to what        | STATION#<id>         | CHANGE#<at>#<id>     |
 * | a fault of a station                | FAULT#<id>           | RECORD               | byQueue: FAULTS#<unit>, outbox
 * | a campaign, its whole life          | CAMPAIGN#<id>        | RECORD               | byQueue: CAMPAIGNS#<unit>, byArea: CAMPAIGNS#<prefecture>
 * |  a session of it                    | CAMPAIGN#<id>        | SESSION#<id>         | byArea: SESSIONS#<campaign>
 * | a public event, an exhibition       | EVENT#<id>           | RECORD               | byQueue: EVENTS#<unit>, byArea: EVENTS#<prefecture>
 * | a notice or a job                   | NOTICE#<id>          | RECORD               | byQueue: NOTICES#<unit>, byArea: NOTICES#<prefecture>
 * | effects that must not happen twice  | EFFECT#<id>          | EFFECT               |
 *
 * A table of its own, with the same indexes, holds tip-offs:
 * | a tip-off, its whole life           | TIP#<id>             | RECORD               | byQueue: TIPS#<unit>, byArea: TIPFIGURES#<unit>
 * |  what was written to and fro        | TIP#<id>             | MESSAGE#<at>#<id>    |
 * |  who has read it, when and why      | TIP#<id>             | READING#<at>#<id>    |
 * | figures of tip-offs that are erased | TIPFIGURES#<unit>    | <month>              |
 */
export interface Key {
  pk: string;
  sk: string;
}

export const RECORD = 'RECORD';

export const keys = {
  record: (kind: string, id: string): Key => ({ pk: `${kind}#${id}`, sk: RECORD }),
  caseRecord: (id: string): Key => ({ pk: `CASE#${id}`, sk: RECORD }),
  appended: (kind: string, id: string, prefix: string, entry: string): Key => ({
    pk: `${kind}#${id}`,
    sk: `${prefix.toUpperCase()}#${entry}`,
  }),
  /** Entries of a record's history from this one on, once they have moved out of it. */
  archive: (kind: string, id: string, seq: number): Key => ({
    pk: `${kind}#${id}`,
    sk: `HISTORY#${String(seq).padStart(6, '0')}`,
  }),
  failure: (pk: string, what: string): Key => ({ pk, sk: `FAILURE#${what}` }),
  caller: (id: string): Key => ({ pk: `CASE#${id}`, sk: 'CALLER' }),
  call: (digest: string, type: string): Key => ({ pk: `CALL#${digest}`, sk: type }),
  callerReading: (digest: string, at: string, entry: string): Key => ({
    pk: `CALLER#${digest}`,
    sk: `READING#${at}#${entry}`,
  }),
  waiting: (id: string, unit: string): Key => ({ pk: `CASE#${id}`, sk: `WAITING#${unit}` }),
  payee: (reward: string): Key => ({ pk: `REWARD#${reward}`, sk: 'PAYEE' }),
  payeeRead: (reward: string, at: string, entry: string): Key => ({
    pk: `REWARD#${reward}`,
    sk: `PAYEEREAD#${at}#${entry}`,
  }),
  rewardOfCase: (caseId: string, reward: string): Key => ({ pk: `CASE#${caseId}`, sk: `REWARD#${reward}` }),
  paid: (caseId: string, person: string): Key => ({ pk: `PAID#${caseId}#${person}`, sk: 'PAID' }),
  ledger: (unit: string, year: number, at: string, entry: string): Key => ({
    pk: `LEDGER#${unit}#${year}`,
    sk: `${at}#${entry}`,
  }),
  budget: (unit: string, year: number): Key => ({ pk: `BUDGET#${unit}`, sk: String(year) }),
  policy: (unit: string, from: string): Key => ({ pk: `POLICY#${unit}`, sk: from }),
  number: (number: string): Key => ({ pk: `NUMBER#${number}`, sk: 'NUMBER' }),
  numberOfCase: (id: string): Key => ({ pk: `CASE#${id}`, sk: 'NUMBER' }),
  counter: (series: string): Key => ({ pk: `COUNTER#${series}`, sk: 'COUNTER' }),
  unit: (id: string): Key => ({ pk: `UNIT#${id}`, sk: 'UNIT' }),
  member: (unit: string, email: string): Key => ({ pk: `UNIT#${unit}`, sk: `MEMBER#${email}` }),
  person: (email: string): Key => ({ pk: `PERSON#${email}`, sk: 'PERSON' }),
  view: (person: string, id: string): Key => ({ pk: `PERSON#${person}`, sk: `VIEW#${id}` }),
  route: (type: string, area: string): Key => ({ pk: `ROUTE#${type}#${area}`, sk: 'ROUTE' }),
  local: (kind: 'divisions' | 'species' | 'settings', code: string): Key => ({ pk: `LOCAL#${kind}`, sk: code }),
  rota: (unit: string): Key => ({ pk: `ROTA#${unit}`, sk: 'ROTA' }),
  slot: (slot: string): Key => ({ pk: 'SLOTS', sk: slot }),
  household: (unit: string, id: string): Key => ({ pk: `HOUSEHOLD#${unit}#${id}`, sk: 'HOUSEHOLD' }),
  visit: (unit: string, household: string, id: string): Key => ({
    pk: `HOUSEHOLD#${unit}#${household}`,
    sk: `VISIT#${id}`,
  }),
  station: (id: string): Key => ({ pk: `STATION#${id}`, sk: 'STATION' }),
  broken: (station: string, facility: string): Key => ({ pk: `STATION#${station}`, sk: `BROKEN#${facility}` }),
  stationChange: (station: string, at: string, entry: string): Key => ({
    pk: `STATION#${station}`,
    sk: `CHANGE#${at}#${entry}`,
  }),
  session: (campaign: string, id: string): Key => ({ pk: `CAMPAIGN#${campaign}`, sk: `SESSION#${id}` }),
  feed: (digest: string): Key => ({ pk: `FEED#${digest}`, sk: 'FEED' }),
  effect: (id: string): Key => ({ pk: `EFFECT#${id}`, sk: 'EFFECT' }),
  tip: (id: string): Key => ({ pk: `TIP#${id}`, sk: RECORD }),
  tipMessage: (tip: string, at: string, entry: string): Key => ({ pk: `TIP#${tip}`, sk: `MESSAGE#${at}#${entry}` }),
  tipReading: (tip: string, at: string, entry: string): Key => ({ pk: `TIP#${tip}`, sk: `READING#${at}#${entry}` }),
  tipFigures: (unit: string, month: string): Key => ({ pk: `TIPFIGURES#${unit}`, sk: month }),
};

/** Partition of the `byArea` index: cases of a type in a county. */
export const areaOf = (type: string, area: string): string => `${type}#${area.slice(0, 6)}`;

/** Partitions of the indexes that hold one kind of thing: a board of tasks, the units of a slot, … */
export const lists = {
  tasks: (of: string): string => `TASKS#${of}`,
  tasksClosed: (of: string): string => `TASKS#${of}#closed`,
  rotas: (slot: string, shard: number): string => `ROTAS#${slot}#${shard}`,
  swaps: (unit: string): string => `SWAPS#${unit}`,
  households: (unit: string): string => `HOUSEHOLDS#${unit}`,
  plannedVisits: (person: string): string => `VISITS#${person}`,
  caller: (digest: string): string => `CALLER#${digest}`,
  feeds: (person: string): string => `FEEDS#${person}`,
  journals: (of: string): string => `JOURNALS#${of}`,
  rectifications: (of: string): string => `RECTIFICATIONS#${of}`,
  rectificationsClosed: (of: string): string => `RECTIFICATIONS#${of}#closed`,
  weeklies: (unit: string): string => `WEEKLIES#${unit}`,
  mentorships: (unit: string): string => `MENTORSHIPS#${unit}`,
  activities: (unit: string): string => `ACTIVITIES#${unit}`,
  stations: 'STATIONS' as const,
  broken: 'BROKEN' as const,
  faults: (unit: string): string => `FAULTS#${unit}`,
  faultsClosed: (unit: string): string => `FAULTS#${unit}#closed`,
  campaigns: (unit: string): string => `CAMPAIGNS#${unit}`,
  campaignsAround: (area: string): string => `CAMPAIGNS#${area}`,
  sessions: (campaign: string): string => `SESSIONS#${campaign}`,
  events: (unit: string): string => `EVENTS#${unit}`,
  eventsAround: (area: string): string => `EVENTS#${area}`,
  notices: (unit: string): string => `NOTICES#${unit}`,
  noticesAround: (area: string): string => `NOTICES#${area}`,
  stuck: (unit: string): string => `STUCK#${unit}`,
  stuckAnywhere: 'STUCK' as const,
  tips: (unit: string): string => `TIPS#${unit}`,
  tipsClosed: (unit: string): string => `TIPS#${unit}#closed`,
  tipFigures: (unit: string): string => `TIPFIGURES#${unit}`,
};

export const indexes = { queue: 'byQueue', area: 'byArea', outbox: 'outbox' } as const;

/** The outbox is spread over this many partitions, by the record's id. What is in it is carried out when the stream tells of it. */
export const OUTBOX_SHARDS = 4;
/** What the sweeper has to look at, and when: deadlines that were not heard of, and what failed. */
export const WAKE_SHARDS = 16;

const sharded = (id: string, shards: number): number => Number.parseInt(id.slice(-2), 16) % shards || 0;

export const outboxShard = (id: string): string => `outbox-${sharded(id, OUTBOX_SHARDS)}`;

export const wakeShard = (id: string): string => `wake-${sharded(id, WAKE_SHARDS)}`;

/** Whether an item waits for the stream, and not for a moment. */
export const isInOutbox = (outbox: unknown): boolean => typeof outbox === 'string' && outbox.startsWith('outbox-');
