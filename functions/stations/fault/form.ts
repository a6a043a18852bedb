import { inputSchema } from '../../../shared/body.ts';
import type { FieldError } from '../../../shared/errors.ts';
import { formHtml } from '../../../shared/form-html.ts';
import { localised } from '../../../shared/form-labels.ts';
import type { Translate } from '../../../shared/i18n.ts';
import { newId } from '../../../shared/ids.ts';
import type { StationView } from '../views.ts';
import { faultReport } from './schema.ts';

/** The form that reports a fault of one station; the key under which it is taken once is made with it. */
export const faultForm = (
  station: StationView,
  t: Translate,
  filled: { values?: unknown; errors?: FieldError[] } = {},
): string =>
  formHtml(localised(inputSchema(faultReport), t, 'fault'), {
    ...{ action: `/stations/${station.id}/faults?lang=${t.language}`, method: 'post', language: t.language },
    ...{ submit: t('station.report-fault'), idPrefix: 'fault' },
    options: { facility: station.facilities.map((f) => ({ value: f.id, label: f.text })) },
    values: { once: newId(), ...(filled.values as object | undefined) },
    errors: filled.errors,
  });
