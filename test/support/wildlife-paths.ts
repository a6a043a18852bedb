import { wildlife } from '../../functions/wildlife/case.ts';
import type { WildlifeData } from '../../functions/wildlife/schema.ts';
import { partsOf, possible } from '../../shared/workflow/decide.ts';
import type { LifeRecord, Step } from '../../shared/workflow/lifecycle.ts';
import { deadlines, leaf, shortestWalks, simpleWalks, type Walk } from './paths.ts';
import { AT, begun, INPUTS, SANGYE, stepped, triaged } from './wildlife.ts';

/** What may happen to a wildlife case; the graph is kept small by following one animal. */

type WildlifeRecord = LifeRecord<WildlifeData>;
type WildlifeWalk = Walk<WildlifeData>;

const stepOf = (type: string, more: Partial<Step> = {}): Step => ({
  ...{ type, at: AT, by: SANGYE, input: INPUTS[type] },
  ...more,
});

const ONCE = new Set(['assess']);
const STILL = new Set(['identify', 'keep-apart', 'add-information', 'log-care']);

/** What may happen to the case now: people's actions that move it, and its deadlines. */
const caseSteps = (record: WildlifeRecord): Step[] => [
  ...(record.state === 'received' ? [triaged()] : []),
  ...possible(wildlife.life, record)
    .filter((a) => !STILL.has(a) && !(ONCE.has(a) && record.data.animals.length > 0))
    .map((a) => stepOf(a)),
  ...deadlines(record, AT),
];

/** What may happen to its animals now. */
const animalSteps = (record: WildlifeRecord): Step[] =>
  partsOf(wildlife.life, record).flatMap((part) => [
    ...possible(wildlife.life, record, [part])
      .filter((a) => !STILL.has(a))
      .map((a) => stepOf(a, { parts: [part.id] })),
    ...deadlines(record, AT, part.id),
  ]);

const settle = (record: WildlifeRecord): Step[] => animalSteps(record).filter((s) => s.type === 'release');

/** Every simple path of the case's chart, its one animal going one straight way. */
export const caseWalks = (): WildlifeWalk[] =>
  simpleWalks({ life: wildlife.life, start: begun(), steps: (r) => [...caseSteps(r), ...settle(r)] });

/** Every simple path of the animal's chart, from the assessment of one that lives, and of one found dead. */
export const animalWalks = (): WildlifeWalk[] => ['injured', 'dead'].flatMap(walksOfAnimal);

const walksOfAnimal = (condition: string): WildlifeWalk[] => {
  const first = [triaged(), stepOf('accept'), stepOf('assess', { input: { ...INPUTS.assess, condition } })];
  const start = stepped(begun(), ...first);
  const paths = simpleWalks({ life: wildlife.life, start, steps: animalSteps });
  return paths.map((w) => ({ ...w, steps: [...first, ...w.steps] }));
};

/** The shortest path to every state of the two charts together, with each deadline running and run out. */
export const walks = (): WildlifeWalk[] =>
  shortestWalks({ life: wildlife.life, start: begun(), steps: (r) => [...caseSteps(r), ...animalSteps(r)] });

/** What all paths together come by. */
export const explored = () => {
  const records = walks().map((w) => w.record);
  const animals = records.flatMap((r) => r.data.animals);
  return {
    caseStates: new Set(records.map((r) => leaf(r.state))),
    animalStates: new Set(animals.map((a) => leaf(a.state))),
    effects: new Set(records.flatMap((r) => r.history.flatMap((e) => e.effects.map((f) => f.type)))),
    stages: new Set(records.map((r) => wildlife.stage(r.state))),
    partStages: new Set(animals.map((a) => wildlife.partStage?.({ id: a.id, state: a.state }) ?? '')),
  };
};
