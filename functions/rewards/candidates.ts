import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { keyedDigest } from '../../shared/ids.ts';
import { membersOf } from '../directory/lookup.ts';
import type { Candidate, Facts } from './eligibility.ts';
import { type RewardFacts, rewardFacts } from './facts.ts';

const env = environment(z.object({ STAGE_SECRET: z.string().min(16) }));

type Contacts = { phone?: string; email?: string };

const contactsOf = ({ phone, email }: Contacts): string[] => [
  ...(phone ? [`phone:${phone}`] : []),
  ...(email ? [`email:${email.toLowerCase()}`] : []),
];

/** Keyed digests of a person's contacts; of the report itself where there are none. */
const personsOf = (report: Contacts & { caseId: string }): string[] => {
  const contacts = contactsOf(report);
  const known = contacts.length > 0 ? contacts : [`report:${report.caseId}`];
  return known.map((c) => keyedDigest('payee', c, env().STAGE_SECRET));
};

/** The contacts of everybody who works in one of the units. */
const staffOf = async (units: (string | undefined)[]): Promise<Set<string>> => {
  const ids = [...new Set(units.filter((u) => u !== undefined))];
  const members = (await Promise.all(ids.map((u) => membersOf(u)))).flat();
  return new Set(members.flatMap(contactsOf));
};

/** The facts with what is found out about each reporter: who it is, as digests, and whether of the staff involved. */
export const withCandidates = async (given: RewardFacts, payer: string): Promise<Facts> => {
  const facts = rewardFacts.parse(given);
  const staff = await staffOf([payer, facts.unit, facts.bureau]);
  const candidate = (r: (typeof facts.reports)[number]): Candidate => ({
    ...r,
    persons: personsOf(r),
    staff: contactsOf(r).some((c) => staff.has(c)),
  });
  return { ...facts, reports: facts.reports.map(candidate) };
};
