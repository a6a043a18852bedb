import type { CaseType } from '../../functions/cases/case-type.ts';
import { caseWords } from '../../functions/cases/messages.ts';
import { inputSchema } from '../../shared/body.ts';
import { missingLabels } from '../../shared/form-labels.ts';
import { type Catalogue, translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';

/** Everything that people see of a case type's forms and actions without words for it, in any language. */
export const unnamed = (type: CaseType): string[] => {
  const t = translator('zh', type.messages, caseWords, words);
  const { actions, parts } = type.life;
  const rules = Object.entries({ ...actions, ...parts?.actions });
  const unlabelled = rules.flatMap(([action, rule]) => missingLabels(inputSchema(rule.input), t, action));
  const own = [
    ...missingLabels(inputSchema(type.report), t, type.type),
    ...unlabelled,
    ...rules.map(([action]) => `action.${action}`).filter((key) => !t.has(key)),
    ...type.way.map((code) => `stage.${code}`).filter((key) => !t.has(key)),
    ...[`site.report.${type.type}`, `home.report.${type.type}`].filter((key) => !t.has(key)),
  ];
  return [...own, ...untranslated(type.messages)];
};

/** Keys that lack a language, and those whose places to fill differ between languages. */
export const untranslated = (catalogue: Catalogue): string[] =>
  Object.entries(catalogue)
    .filter(([, { zh, bo, en }]) => !zh || !bo || !en || placesIn(zh) !== placesIn(bo) || placesIn(zh) !== placesIn(en))
    .map(([key]) => key);

const placesIn = (text: string): string => [...new Set(text.match(/\{\w+/g))].sort().join();
