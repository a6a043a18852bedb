import { conflict, DomainError, type FieldError, invalidField } from '../../../shared/errors.ts';
import type { Moment } from '../../../shared/time.ts';
import type { ActivityData, ActivityInput, DebateInput } from './schema.ts';

/** What an activity has to be. Pure. */

const wrong = (path: string, code: string, message: string): FieldError => ({ path, code, message });

/** What is wrong with the sides of a debate: nobody argues both, and who chairs does not argue. */
const wrongSides = ({ for: pro, against, chair }: DebateInput): FieldError[] => {
  const speakers = [...pro, ...against];
  const twice = against.findIndex((a, i) => pro.includes(a) || against.indexOf(a) < i);
  const repeated = pro.findIndex((p, i) => pro.indexOf(p) < i);
  return [
    ...(repeated >= 0 ? [wrong(`debate.for.${repeated}`, 'duplicate', 'stands there twice')] : []),
    ...(twice >= 0 ? [wrong(`debate.against.${twice}`, 'duplicate', 'speaks already')] : []),
    ...(speakers.includes(chair) ? [wrong('debate.chair', 'chair-speaks', 'speaks on one of the sides')] : []),
  ];
};

const refuse = (fields: FieldError[]): void => {
  if (fields.length > 0) throw new DomainError('invalid', 'invalid-input', 'Some fields are not right.', { fields });
};

/** Throws `invalid-input` where the time is over, a debate has no motion or something else has one, or sides are wrong. */
export const checkActivity = ({ kind, starts, debate }: ActivityInput, at: Moment): void => {
  if (starts <= at) throw invalidField('starts', 'past', 'lies before now');
  if (kind === 'debate' && !debate)
    throw invalidField('debate.motion', 'required', 'a debate needs a motion and two sides');
  if (kind !== 'debate' && debate) throw invalidField('debate', 'not-a-debate', 'only a debate has sides');
  if (debate) refuse(wrongSides(debate));
};

/** Throws `invalid-input` for a change of nothing, to a time that is over, or of sides where there are none. */
export const checkChange = (
  { place, starts, debate }: { place?: string; starts?: Moment; debate?: DebateInput },
  d: ActivityData,
  at: Moment,
): void => {
  if (!place && !starts && !debate) throw invalidField('place', 'required', 'nothing would change');
  if (starts !== undefined && starts <= at) throw invalidField('starts', 'past', 'lies before now');
  if (debate && d.kind !== 'debate') throw invalidField('debate', 'not-a-debate', 'only a debate has sides');
  if (debate) refuse(wrongSides(debate));
};

export const speakersOf = ({ debate }: ActivityData): { id: string; name: string }[] =>
  debate ? [...debate.for, ...debate.against] : [];

/** A debate ends with a result and, if anybody, a best speaker of its own; nothing else has either. */
export const checkResult = ({ outcome, best }: { outcome?: string; best?: string }, d: ActivityData): void => {
  if (d.kind === 'debate' && !outcome) throw invalidField('outcome', 'required', 'a debate ends with a result');
  if (d.kind !== 'debate' && outcome) throw invalidField('outcome', 'not-a-debate', 'only a debate has a result');
  if (best !== undefined && !speakersOf(d).some((s) => s.id === best))
    throw invalidField('best', 'not-a-choice', 'did not speak');
};

/** Throws `full` where every seat is taken. */
export const checkSeat = (_: unknown, { seats, signedUp }: ActivityData): void => {
  if (seats !== undefined && signedUp.length >= seats) throw conflict('full', 'Every seat is taken.', { seats });
};

/** Everybody whom an activity concerns, each once: who signed up, who speaks, who chairs. */
export const participantsOf = (d: ActivityData): string[] => [
  ...new Set([...d.signedUp, ...speakersOf(d), ...(d.debate ? [d.debate.chair] : [])].map((p) => p.id)),
];
