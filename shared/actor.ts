import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Actor, person } from './auth.ts';
import { DomainError } from './errors.ts';
import { email } from './fields.ts';
import { keys } from './keys.ts';
import { directoryTable, table } from './table.ts';

/** API Gateway hands claims over as text, and Cognito writes this one as text where it comes from another provider. */
const isVerified = (claim: unknown): boolean => claim === true || claim === 'true';

/**
 * The signed-in person; throws `unauthenticated` without a usable token, and `forbidden` for a stranger, a leaver, or an address
 * of which the issuer does not say that it is the person's own: the address alone says whose roles these are.
 */
export const actorOf = async (claims: Record<string, unknown> | undefined): Promise<Actor> => {
  const address = email().safeParse(claims?.email);
  if (!address.success) throw new DomainError('unauthenticated', 'sign-in', 'Sign in first.');
  if (!isVerified(claims?.email_verified))
    throw new DomainError('forbidden', 'email-unverified', 'The issuer has not verified this e-mail address.');
  return actorByEmail(address.data);
};

/** The person behind an e-mail address as an actor; throws `forbidden` where there is none who is active. */
export const actorByEmail = async (address: string): Promise<Actor> => {
  const { Item } = await table.send(new GetCommand({ TableName: directoryTable(), Key: keys.person(address) }));
  const found = Item && person.parse(Item);
  if (!found?.active) throw new DomainError('forbidden', 'not-staff', 'This person has no role here.');
  return { id: found.email, name: found.name, roles: found.roles };
};
