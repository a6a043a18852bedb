import { createHash } from 'node:crypto';
import type { Node } from 'constructs';
import * as z from 'zod';

/**
 * What a deployment may choose, given as CDK context (`-c mailDomain=example.org`).
 * Everything that some partition lacks (Cognito, SES, X-Ray in China) is a choice here.
 */
const context = z.object({
  /** `local` is the stage that runs on one machine. */
  stage: z.string().regex(/^[a-z][a-z0-9]{1,15}$/),
  /** An OIDC issuer and the audience of its ID tokens; without them, `signIn: cognito` makes a user pool. */
  oidcIssuer: z.url().optional(),
  oidcAudience: z.string().optional(),
  signIn: z.enum(['cognito', 'oidc']).default('oidc'),
  /** The domain mail comes from, verified in SES. */
  mailDomain: z.hostname().optional(),
  mailFrom: z.email().optional(),
  mailTransport: z.enum(['ses', 'smtp']).default('ses'),
  /** Name of a Secrets Manager secret that holds `smtps://user:password@host:port`. */
  smtpSecret: z.string().optional(),
  /** The site's address, where it is not served by this stack's CloudFront. */
  siteUrl: z.url({ protocol: /^https$/ }).optional(),
  /** A domain of one's own for the site, with its certificate (in us-east-1). */
  siteDomain: z.hostname().optional(),
  siteCertificate: z.string().startsWith('arn:').optional(),
  /** A WAF web ACL of scope CLOUDFRONT. */
  webAcl: z.string().startsWith('arn:').optional(),
  alarmEmail: z.email().optional(),
  /** Whether a deployment fills an empty table with the example directory; default: everywhere but in prod. */
  seed: z.stringbool().optional(),
  tracing: z.stringbool().default(false),
  /** Address of the licence under which the figures and the archive of wildlife may be used, e.g. of CC BY 4.0; without one, none is declared. */
  dataLicence: z.url().optional(),
  /** SHA-256 in hex of each key with which another program may hand in reports (Open311), with commas between. */
  open311Keys: z
    .string()
    .regex(/^[0-9a-f]{64}(,[0-9a-f]{64})*$/)
    .optional(),
  /** Days after which photos are deleted; without it they stay as long as the cases they belong to. */
  photoDays: z.coerce.number().int().min(30).optional(),
  /** Requests that public forms take from one address in a minute, as one process counts them. */
  publicLimit: z.coerce.number().int().min(1).default(60),
});

type Context = z.infer<typeof context>;

export interface Settings extends Context {
  prod: boolean;
  local: boolean;
  /** Days that logs are kept. */
  logDays: number;
  mailFrom: string;
  seed: boolean;
}

const LOCAL: Partial<Context> = {
  signIn: 'oidc',
  oidcIssuer: 'https://kora.local/oidc',
  oidcAudience: 'kora',
  mailDomain: 'kora.local',
  publicLimit: 1_000_000, // one machine is one address
  dataLicence: 'https://creativecommons.org/licenses/by/4.0/',
  open311Keys: createHash('sha256').update('kora-local').digest('hex'),
};

/** The settings of a synth, from context; throws an error that names what is wrong or missing. */
export const settingsOf = (node: Node): Settings => {
  const stage = node.tryGetContext('stage') ?? process.env.KORA_STAGE ?? 'dev';
  const given = Object.fromEntries(Object.keys(context.shape).map((name) => [name, node.tryGetContext(name)]));
  const chosen = context.parse({ ...given, stage, ...(stage === 'local' ? LOCAL : {}) });
  const prod = chosen.stage === 'prod';
  complain(chosen, prod);
  const mailFrom = chosen.mailFrom ?? `kora@${chosen.mailDomain ?? 'kora.invalid'}`;
  const local = chosen.stage === 'local';
  return { ...chosen, mailFrom, prod, local, seed: chosen.seed ?? !prod, logDays: prod ? 180 : 30 };
};

const complain = (c: Context, prod: boolean): void => {
  const issuer = c.oidcIssuer !== undefined && c.oidcAudience !== undefined;
  if (!issuer && c.signIn !== 'cognito')
    throw new Error('context: give oidcIssuer and oidcAudience, or signIn=cognito');
  if (c.mailTransport === 'smtp' && !(c.smtpSecret && c.mailFrom))
    throw new Error('context: mailTransport=smtp needs smtpSecret and mailFrom');
  if (prod && c.mailTransport === 'ses' && !c.mailDomain)
    throw new Error('context: prod needs mailDomain, or mailTransport=smtp');
  if (Boolean(c.siteDomain) !== Boolean(c.siteCertificate))
    throw new Error('context: siteDomain and siteCertificate go together');
};
