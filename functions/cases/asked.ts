import type { JsonSchema } from '../../shared/form.ts';
import type { Translate } from '../../shared/i18n.ts';

/**
 * A report's form as an operator goes through it while somebody is on the telephone: where it is, then the type's own
 * questions; what can wait stands folded below them. It is the caller who consents, and the operator who has told them.
 */
export const asAsked = (form: JsonSchema, questions: string[], t: Translate): JsonSchema => {
  const first = ['place', ...questions];
  const waits = (name: string): boolean =>
    !first.includes(name) && (name === 'reporter' || !form.required?.includes(name));
  const rank = (name: string, i: number): number =>
    first.includes(name) ? first.indexOf(name) : first.length + i + (waits(name) ? 0 : 1000);
  const asked = ([name, field]: [string, JsonSchema], i: number): [string, JsonSchema] => [
    name,
    {
      ...field,
      ...{ order: rank(name, i), later: waits(name) },
      ...(name === 'consent' ? { title: t('intake.consent') } : {}),
    },
  ];
  return { ...form, properties: Object.fromEntries(Object.entries(form.properties ?? {}).map(asked)) };
};
