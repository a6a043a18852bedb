import { randomInt } from 'node:crypto';
import type { State } from './state.ts';
import type { Template } from './template.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const NUMBERS = '0123456789';
const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

interface Generate {
  PasswordLength?: number;
  ExcludePunctuation?: boolean;
  ExcludeNumbers?: boolean;
  ExcludeCharacters?: string;
  SecretStringTemplate?: string;
  GenerateStringKey?: string;
}

/** Answers the template's secrets by ARN; each is made once, as the template says, and kept. */
export const secretsOf =
  (state: State, template: Template) =>
  (arn: string): string => {
    const id = arn.split(':').at(-1) ?? '';
    const secret = template.Resources[id];
    if (secret?.Type !== 'AWS::SecretsManager::Secret') throw new Error(`the template has no secret ${arn}`);
    const given = secret.Properties?.SecretString;
    if (typeof given === 'string') return given;
    return state.once(`secret/${id}`, () => generate((secret.Properties?.GenerateSecretString ?? {}) as Generate));
  };

const generate = (g: Generate): string => {
  const alphabet = [...LETTERS, ...(g.ExcludeNumbers ? '' : NUMBERS), ...(g.ExcludePunctuation ? '' : PUNCTUATION)];
  const allowed = alphabet.filter((c) => !g.ExcludeCharacters?.includes(c));
  const password = Array.from({ length: g.PasswordLength ?? 32 }, () => allowed[randomInt(allowed.length)]).join('');
  if (!g.GenerateStringKey) return password;
  return JSON.stringify({ ...JSON.parse(g.SecretStringTemplate ?? '{}'), [g.GenerateStringKey]: password });
};
