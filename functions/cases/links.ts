import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { environment } from '../../shared/env.ts';
import { conflict, DomainError } from '../../shared/errors.ts';
import type { Language } from '../../shared/fields.ts';
import { sitePath } from '../../shared/page.ts';
import type { Moment } from '../../shared/time.ts';
import { idsIn, rangesOf } from '../../shared/workflow/part-ids.ts';

/** Links in mail. What a link would do stands in its token, signed; the token is in the fragment, which no server sees. */

const env = environment(z.object({ STAGE_SECRET: z.string().min(16), SITE_URL: z.url() }));

/** What pressing the button behind a link does: one action, on one version of one record, by one person. */
const bound = z.object({
  kind: z.string(),
  id: z.string(),
  version: z.number(),
  action: z.string(),
  /** The parts of the record that it is done to, together. */
  parts: z.array(z.string()).optional(),
  /** The e-mail address of the person it was sent to. */
  person: z.string(),
});
export type Bound = z.infer<typeof bound>;

/** In a token the parts are named as ranges: two hundred ids would be longer than a link may be. */
const signed = bound.extend({ parts: z.string().optional(), until: z.string() });

const signature = (payload: string): Buffer =>
  createHmac('sha256', env().STAGE_SECRET).update(`link:${payload}`).digest();

/** The address of the page behind a mail's button; of no use after `until`, or once the record has moved on. */
export const actionLink = (to: Bound, until: Moment): string => {
  const parts = to.parts && rangesOf(to.parts);
  const payload = Buffer.from(JSON.stringify(signed.parse({ ...to, parts, until }))).toString('base64url');
  return `${env().SITE_URL}/act/#token=${payload}.${signature(payload).toString('base64url')}`;
};

/** What a token is bound to; throws `bad-link` for one we did not make, `expired-link` after its time. */
export const readToken = (token: string, at: Moment): Bound => {
  const [payload = '', mac = ''] = token.split('.');
  const given = Buffer.from(mac, 'base64url');
  const right = signature(payload);
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw new DomainError('forbidden', 'bad-link', 'This link is not valid.');
  const { until, parts, ...to } = signed.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (until < at) throw new DomainError('forbidden', 'expired-link', 'This link has expired; sign in to go on.');
  return { ...to, ...(parts === undefined ? {} : { parts: idsIn(parts) }) };
};

/** What is said of a link whose record has moved on since, replays included. */
export const staleLink = (version: number): DomainError =>
  conflict('stale-link', 'The case has moved on since this link was sent; sign in to see it.', { version });

/** A case on the desk. */
export const caseLink = (id: string): string => `${env().SITE_URL}/desk/case/?id=${id}`;

/** A page of the public site in a language, such as `/status/`. */
export const siteLink = (path: string, language: Language = 'zh'): string =>
  `${env().SITE_URL}${sitePath(language, path)}`;

/** Where a reporter enters the receipt; the receipt itself is not stored, so no link can hold it. */
export const statusLink = (language: Language): string => siteLink('/status/', language);
