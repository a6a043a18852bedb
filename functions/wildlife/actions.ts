import { type Actor, holds } from '../../shared/auth.ts';
import { invalidField } from '../../shared/errors.ts';
import type { ActionRule } from '../../shared/workflow/lifecycle.ts';
import { keepApart, merge } from '../cases/merging.ts';
import { information } from '../cases/schema.ts';
import * as s from './schema.ts';

type Rules<P = unknown> = Record<string, ActionRule<s.WildlifeData, P>>;

const team = (actor: Actor, d: s.WildlifeData) => holds(actor, d.unit, 'responder', 'official') || officials(actor, d);
/** The bureau's officials and its lead, who holds the role of approver there; and the unit's own officials. */
const officials = (actor: Actor, d: s.WildlifeData) =>
  holds(actor, d.bureau, 'official', 'approver') || holds(actor, d.unit, 'official');
const receiver = (actor: Actor, _: s.WildlifeData, animal?: s.Animal) =>
  holds(actor, animal?.transfer?.to, 'responder', 'official');
const nobody = () => false;

const oneSpecies = (input: { speciesKey?: string; unlistedName?: string }): void => {
  if (!input.speciesKey === !input.unlistedName)
    throw invalidField('speciesKey', 'required', 'choose from the list, or name one that is in no list');
};

/** Who may do what to a wildlife case, and with which input. */
export const caseActions: Rules = {
  accept: { input: s.accept, may: team, tone: 'primary' },
  depart: { input: s.note, may: team, tone: 'primary' },
  arrive: { input: s.note, may: team, tone: 'primary' },
  assess: { input: s.assess, may: team, tone: 'primary', check: oneSpecies, grows: true },
  identify: { input: s.identify, may: team, check: oneSpecies },
  close: { input: s.note, may: team, tone: 'primary' },
  'hand-back': { input: s.reason, may: team },
  reassign: { input: s.reassign, may: (a, d) => officials(a, d) || holds(a, d.unit, 'admin') },
  merge: { input: merge, may: team },
  'keep-apart': { input: keepApart, may: team },
  'declare-gone': { input: s.reason, may: team, tone: 'danger' },
  'declare-not-wildlife': { input: s.reason, may: team, tone: 'danger' },
  'declare-false': { input: s.reason, may: officials, tone: 'danger', signInOnly: true },
  reopen: { input: s.reason, may: officials, tone: 'danger', signInOnly: true },
  'add-information': { input: information, may: team, byReporter: true },
  withdraw: { input: s.reason, may: nobody, byReporter: true, tone: 'danger' },
};

/** The same for one animal of the case. */
export const animalActions: Rules<s.Animal> = {
  'start-transport': { input: s.startTransport, may: team, tone: 'primary', grows: true },
  'end-transport': { input: s.endTransport, may: team, tone: 'primary' },
  'log-care': { input: s.logCare, may: (a, d, p) => team(a, d) || receiver(a, d, p), appends: 'care' },
  'request-transfer': { input: s.requestTransfer, may: team },
  'accept-transfer': { input: s.note, may: receiver, tone: 'primary' },
  'decline-transfer': { input: s.reason, may: receiver },
  release: { input: s.release, may: team, tone: 'primary' },
  'record-death': { input: s.recordDeath, may: team, tone: 'danger' },
  'record-escape': { input: s.recordEscape, may: team, tone: 'danger' },
  inspect: { input: s.inspect, may: team },
  dispose: { input: s.dispose, may: team },
  revise: { input: s.reason, may: officials, tone: 'danger', signInOnly: true },
};
