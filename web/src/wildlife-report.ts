import * as z from 'zod';
import { consent, place, reporter } from '../../functions/cases/schema.ts';
import { inputSchema } from '../../shared/body.ts';
import type { Language } from '../../shared/fields.ts';
import { line, moment, receipt, text } from '../../shared/fields.ts';
import type { JsonSchema } from '../../shared/form.ts';
import type { Option } from '../../shared/form-fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';
import { draft } from './draft-words.ts';

const report = z.strictObject({
  receipt: receipt().optional().meta({ widget: 'hidden' }),
  intake: z.enum(['report', 'hand-in']).default('report'),
  species: line(60).meta({ widget: 'species' }),
  count: z.number().int().min(1).max(1000).default(1),
  dead: z.number().int().min(0).max(1000).default(0),
  condition: z.enum(['injured', 'severely-injured', 'sick', 'weak', 'trapped', 'strayed', 'dead', 'unknown']),
  peopleInDanger: z.boolean().default(false),
  details: text(2000).optional(),
  foundAt: moment(),
  place,
  reporter: reporter.default({ source: 'resident' }),
  wantsReward: z.boolean().default(false),
  consent: consent.meta({ widget: 'consent' }),
  language: z.enum(['zh', 'bo', 'en']).optional().meta({ widget: 'hidden' }),
});

export const reportForm = (language: Language): JsonSchema =>
  localised(inputSchema(report), translator(language, draft, words), 'wildlife');

export const townships = async (): Promise<Option[]> =>
  [
    ['540423100', '墨脱镇'],
    ['540423200', '加热萨乡'],
    ['540423201', '甘登乡'],
    ['540423202', '达木珞巴民族乡'],
    ['540423203', '帮辛乡'],
    ['540423204', '格当乡'],
    ['540423205', '德兴乡'],
    ['540423206', '背崩乡'],
  ].map(([value = '', label = '']) => ({ value, label }));

/** What report.ts says to people. */
export const SCRIPT_WORDS = [
  ...[
    'locate',
    'locate.consent',
    'located',
    'located.not',
    'forget-place',
    'suggestions',
    'sending',
    'waiting',
    'retry',
    'sent',
    'receipt',
    'keep',
    'follow',
    'another',
    'wrong',
    'refused',
  ].map((k) => `report.${k}`),
  ...['required', 'too-long', 'too-large', 'too-small', 'wrong-format', 'future'].map((k) => `error.${k}`),
  'form.error',
  'form.errors',
];
