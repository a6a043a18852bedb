import { SITE_COUNTY, townshipsOf } from '../../functions/directory/divisions/divisions.ts';
import { messages } from '../../functions/wildlife/messages.ts';
import { report } from '../../functions/wildlife/schema.ts';
import { inputSchema } from '../../shared/body.ts';
import type { Language } from '../../shared/fields.ts';
import type { JsonSchema } from '../../shared/form.ts';
import type { Option } from '../../shared/form-fields.ts';
import { localised } from '../../shared/form-labels.ts';
import { translator } from '../../shared/i18n.ts';
import { words } from '../../shared/words.ts';

export const reportForm = (language: Language): JsonSchema =>
  localised(inputSchema(report), translator(language, messages, words), 'wildlife');

/** The townships of the county that the site is for, as published. */
export const townships = (): Option[] =>
  townshipsOf(SITE_COUNTY).map(({ code, name }) => ({ value: code, label: name }));

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
