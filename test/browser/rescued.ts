import type { Kora } from '../support/app.ts';
import { done, type Handed, handIn, must, PEOPLE } from '../support/journey.ts';

/** What a test of pages finds done already, over the API. */

/** A rescue from the report to its end: the animal was released. */
export const rescued = async (kora: Kora, change: object = {}): Promise<Handed> => {
  const handed = await handIn(kora, { reporter: { name: '达瓦', phone: '13908941111' }, wantsReward: true, ...change });
  await done(kora, handed.id, 'accept');
  await done(kora, handed.id, 'depart');
  await done(kora, handed.id, 'arrive');
  const { species } = must(await kora.api('GET', `/wildlife/species?q=${encodeURIComponent('黑鸢')}`), 200).body;
  await done(kora, handed.id, 'assess', { speciesKey: species[0].key, condition: 'injured', count: 1 });
  await done(kora, handed.id, 'log-care', { treatment: '清创' }, { part: 'a1' });
  await done(kora, handed.id, 'release', { place: '县城东侧', suits: '同一生境' }, { part: 'a1' });
  await done(kora, handed.id, 'close');
  return handed;
};

/** The reward of a rescue, proposed and approved; answers its id. */
export const approved = async (kora: Kora, { number }: Handed): Promise<string> => {
  const { rewards } = must(await kora.api('GET', '/rewards?box=unit', { as: PEOPLE.proposer }), 200).body;
  const { id } = rewards.find((r: { caseNumber: string }) => r.caseNumber === number);
  must(await kora.api('POST', `/rewards/${id}/actions/propose`, { as: PEOPLE.proposer, body: {} }), 200);
  must(await kora.api('POST', `/rewards/${id}/actions/approve`, { as: PEOPLE.approver, body: {} }), 200);
  await kora.settle();
  return id;
};
