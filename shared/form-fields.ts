import type { FieldError } from './errors.ts';
import type { Language } from './fields.ts';
import type { JsonSchema } from './form.ts';
import { branchOf } from './form-labels.ts';
import { attributes, type Html, html } from './html.ts';
import type { Translate } from './i18n.ts';
import { fieldErrorText, sitePath } from './page.ts';

export interface Option {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
}

/** One field as it is to be shown: where, by which schema, holding what. */
export interface Field {
  path: string;
  schema: JsonSchema;
  value: unknown;
  required: boolean;
  /** Of a row that may stay empty: the browser does not insist on it. */
  spare?: boolean;
}

/** What every field of a form needs to know of it. */
export interface Form {
  language: Language;
  options: Record<string, Option[]>;
  errors: FieldError[];
  idPrefix: string;
  t: Translate;
}

/** The fields of an object as they stand one after the other. */
export const inOrder = (parent: Field): Field[] => {
  const rank = (p: JsonSchema, i: number) => (typeof p.order === 'number' ? p.order : i);
  return Object.entries(parent.schema.properties ?? {})
    .map(([name, p], i) => ({ rank: rank(p, i), field: childOf(parent, name, branchOf(p)) }))
    .sort((a, b) => a.rank - b.rank)
    .map((f) => f.field);
};

const childOf = (parent: Field, name: string, schema: JsonSchema): Field => ({
  path: parent.path ? `${parent.path}.${name}` : name,
  schema,
  value: (parent.value as Record<string, unknown> | undefined)?.[name] ?? schema.default,
  required: parent.required && (parent.schema.required ?? []).includes(name),
  spare: parent.spare,
});

export const isFieldset = (schema: JsonSchema): boolean => schema.properties !== undefined;

/** The id that a field’s control has, and links lead to. */
export const idOf = (form: Form, path: string): string => `${form.idPrefix}-${path.replaceAll('.', '-')}`;

const errorOf = (form: Form, path: string): string | undefined => {
  const found = form.errors.find((e) => e.path === path) ?? form.errors.find((e) => e.path.startsWith(`${path}.`));
  return found && fieldErrorText(found, form.t);
};

/** A field with its label, hint and error. */
export const fieldHtml = (field: Field, form: Form): Html => {
  const { schema } = field;
  if (schema.widget === 'hidden') return hiddenHtml(field);
  if (schema.widget === 'photo') return photoHtml(field, form);
  if (schema.properties) return objectHtml(field, form);
  if (schema.type === 'array') return arrayHtml(field, form);
  if (schema.type === 'boolean') return tickHtml(field, form, 'true');
  if (schema.widget === 'consent') return tickHtml(field, form, String(schema.enum?.[0] ?? schema.const ?? 'true'));
  const choices = choicesOf(field, form);
  if (choices && asRadios(field, choices)) return radiosHtml(field, form, choices);
  return labelledHtml(field, form, (common) =>
    choices ? selectHtml(field, form, choices, common) : inputHtml(field, common),
  );
};

/** A few choices stand open, but only where one must be chosen: radios cannot be left empty again, a list can. */
const asRadios = ({ required, spare, schema }: Field, choices: Option[]): boolean =>
  ((required && !spare) || schema.default !== undefined) && choices.length <= 4 && !choices.some((c) => c.group);

/** Unseen until a script offers to take a photo: its number, which it has once it is kept, is no text that people could write. */
const photoHtml = (field: Field, form: Form): Html => {
  const { markup } = descriptions(field, form);
  const own = attributes({ name: field.path, value: field.value === undefined ? '' : String(field.value) });
  return html`<div class="field" data-widget="photo" hidden><label for="${idOf(form, field.path)}">${titleOf(field)}${optionalMark(field, form)}</label>${markup}<input type="hidden"${own}></div>`;
};

const hiddenHtml = (field: Field): Html => {
  const { path, schema, value } = field;
  if (value === undefined) return html``;
  if (schema.properties) return html`${inOrder(field).map(hiddenHtml)}`;
  return html`<input type="hidden" name="${path}" value="${String(value)}">`;
};

/** The path of a field that stands in every row of a list: `decisions.who` for `decisions.0.who`. */
const inAnyRow = (path: string): string => path.replace(/\.\d+(?=\.)/g, '');

const choicesOf = ({ path, schema }: Field, form: Form): Option[] | undefined => {
  const given = schema.widget === 'species' ? undefined : (form.options[path] ?? form.options[inAnyRow(path)]);
  if (given) return given;
  const labels = (schema.labels ?? {}) as Record<string, string>;
  return schema.enum?.map((v) => ({ value: String(v), label: labels[String(v)] ?? String(v) }));
};

const objectHtml = (field: Field, form: Form): Html => {
  const { path, schema } = field;
  const inner = inOrder(field).map((f) => fieldHtml(f, form));
  const described = descriptions(field, form);
  const title = html`${titleOf(field)}${optionalMark(field, form)}`;
  const id = idOf(form, path);
  if (schema.widget === 'coordinates')
    return html`<details class="field" id="${id}" data-widget="coordinates"${attributes({ open: field.value !== undefined || errorOf(form, path) !== undefined })}><summary>${title}</summary>${described.markup}${inner}</details>`;
  return html`<fieldset class="group"${attributes({ id, 'aria-describedby': described.ids })}><legend>${title}</legend>${described.markup}${inner}</fieldset>`;
};

export const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The hint and the error of a field, and what `aria-describedby` has to name. */
const descriptions = ({ path, schema }: Field, form: Form): { markup: Html; ids?: string; wrong: boolean } => {
  const id = idOf(form, path);
  const error = schema.properties ? undefined : errorOf(form, path);
  const zone = schema.format === 'date-time' ? form.t('form.shanghai') : undefined;
  const hint = [text(schema.description), zone].filter(Boolean).join(form.language === 'zh' ? '；' : ' · ');
  const markup = html`${hint !== '' && html`<p class="hint" id="${id}-hint">${hint}</p>`}${error !== undefined && html`<p class="error" id="${id}-error"><span class="unseen">${form.t('form.error')}</span>${error}</p>`}`;
  const ids = [hint && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return { markup, ids: ids || undefined, wrong: error !== undefined };
};

interface Common extends Record<string, string | number | boolean | undefined> {
  id: string;
  name: string;
}

const commonOf = (field: Field, form: Form): Common => {
  const { ids, wrong } = descriptions(field, form);
  return {
    id: idOf(form, field.path),
    name: field.path,
    required: field.required && !field.spare,
    'aria-describedby': ids,
    'aria-invalid': wrong && 'true',
  };
};

const optionalMark = ({ required, schema }: Field, form: Form): Html | undefined =>
  required || schema.default !== undefined ? undefined : html`<span class="optional">${form.t('form.optional')}</span>`;

const labelledHtml = (field: Field, form: Form, control: (common: Common) => Html): Html => {
  const { markup, wrong } = descriptions(field, form);
  const common = commonOf(field, form);
  return html`<div class="field${wrong && ' wrong'}"${attributes({ 'data-widget': text(field.schema.widget) })}><label for="${common.id}">${titleOf(field)}${optionalMark(field, form)}</label>${markup}${control(common)}</div>`;
};

const titleOf = ({ path, schema }: Field): string => String(schema.title ?? path);

const selectHtml = (field: Field, form: Form, choices: Option[], common: Common): Html => {
  const option = (o: Option) =>
    html`<option value="${o.value}"${attributes({ selected: String(field.value) === o.value })}>${o.label}</option>`;
  const groups = [...new Set(choices.map((c) => c.group))];
  const grouped = (g: string | undefined) => {
    const inner = choices.filter((c) => c.group === g).map(option);
    return g === undefined ? html`${inner}` : html`<optgroup label="${g}">${inner}</optgroup>`;
  };
  return html`<select${attributes(common)}><option value="">${form.t('form.choose')}</option>${groups.map(grouped)}</select>`;
};

const inputHtml = (field: Field, common: Common): Html => {
  const { schema } = field;
  const value = heldIn(field);
  if (schema.format === 'multiline')
    return html`<textarea${attributes({ ...common, rows: 4, maxlength: schema.maxLength, autocomplete: text(schema.autocomplete) })}>\n${value}</textarea>`;
  return html`<input${attributes({ ...common, ...kindOf(schema), value })}>`;
};

/** What an input holds: yuan for fen, the wall clock of an instant, anything else as it is. */
const heldIn = ({ schema, value }: Field): string | undefined => {
  if (value === undefined || typeof value === 'object') return undefined;
  if (schema.widget === 'yuan' && typeof value === 'number') return String(value / 100);
  return schema.format === 'date-time' ? wallClockInput(String(value)) : String(value);
};

/** Type, keyboard and limits of an input. */
const kindOf = (schema: JsonSchema): Record<string, string | number | undefined> => {
  const limits = { min: shown(schema.minimum), max: shown(schema.maximum) };
  if (schema.widget === 'yuan') return { type: 'number', inputmode: 'decimal', step: 0.01, min: 0 };
  if (schema.type === 'integer') return { type: 'number', inputmode: 'numeric', step: 1, ...limits };
  if (schema.type === 'number') return { type: 'number', inputmode: 'decimal', step: 'any', ...limits };
  if (schema.format === 'date-time') return { type: 'datetime-local' };
  if (schema.format === 'date') return { type: 'date' };
  const inputmode = text(schema.inputmode);
  const type = schema.format === 'email' ? 'email' : inputmode === 'tel' ? 'tel' : 'text';
  return { type, inputmode, autocomplete: text(schema.autocomplete) ?? 'off', maxlength: schema.maxLength };
};

/** The bounds that zod gives to every integer say nothing to people. */
const shown = (bound: number | undefined) =>
  bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound;

const EIGHT_HOURS = 8 * 3_600_000;

/** An instant as an input's wall clock in Asia/Shanghai, to the minute where it has no seconds; anything else as it is. */
const wallClockInput = (value: string | undefined): string | undefined => {
  const ms = value !== undefined && /T.*(Z|[+-]\d\d:\d\d)$/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(ms)) return value;
  return new Date(ms + EIGHT_HOURS).toISOString().replace(/(:00)?\.\d+Z$/, '');
};

/** Radios and ticks: a legend for all, a label for each. */
const choiceGroup = (field: Field, form: Form, inner: Html[]): Html => {
  const { markup, ids, wrong } = descriptions(field, form);
  return html`<fieldset class="field choice${wrong && ' wrong'}"${attributes({ 'aria-describedby': ids })}><legend>${titleOf(field)}${optionalMark(field, form)}</legend>${markup}<div class="ticks">${inner}</div></fieldset>`;
};

const radiosHtml = (field: Field, form: Form, choices: Option[]): Html => {
  const radio = (o: Option, i: number) => {
    const own = {
      id: i === 0 ? idOf(form, field.path) : `${idOf(form, field.path)}-${i}`,
      name: field.path,
      value: o.value,
    };
    return html`<label class="tick"><input type="radio"${attributes({ ...own, checked: String(field.value) === o.value, required: field.required })}><span>${o.label}</span></label>`;
  };
  return choiceGroup(field, form, choices.map(radio));
};

const arrayHtml = (field: Field, form: Form): Html => {
  const items = branchOf(field.schema.items ?? {});
  if (items.properties) return rowsHtml(field, form, items);
  const choices = choicesOf({ ...field, schema: items }, form);
  const chosen = Array.isArray(field.value) ? field.value.map(String) : [];
  if (!choices || field.schema.widget === 'ordered') return linesHtml(field, form, items, { chosen, choices });
  const tick = (o: Option, i: number) => {
    const own = {
      id: i === 0 ? idOf(form, field.path) : `${idOf(form, field.path)}-${i}`,
      name: field.path,
      value: o.value,
    };
    return html`<label class="tick"><input type="checkbox"${attributes({ ...own, checked: chosen.includes(o.value) })}><span>${o.label}</span></label>`;
  };
  return choiceGroup(field, form, choices.map(tick));
};

/** Empty rows behind those that are filled in; the first of them is in sight. */
const SPARE_ROWS = 5;

/** A list of objects: a row for each, its fields named by its place (`decisions.0.what`), and some to be filled in. */
const rowsHtml = (field: Field, form: Form, items: JsonSchema): Html => {
  const filled = Array.isArray(field.value) ? field.value : [];
  const most = (field.schema.maxItems as number | undefined) ?? 100;
  const row = (value: unknown, i: number, spare: boolean) => {
    const inner = inOrder({ path: `${field.path}.${i}`, schema: items, value, required: true, spare });
    return html`<fieldset class="row"><legend>${i + 1}</legend>${inner.map((f) => fieldHtml(f, form))}</fieldset>`;
  };
  const spare = Array.from({ length: Math.max(0, Math.min(SPARE_ROWS, most - filled.length)) }, (_, i) =>
    row(undefined, filled.length + i, true),
  );
  const [first, ...more] = spare;
  const { markup, ids } = descriptions(field, form);
  return html`<fieldset class="group"${attributes({ id: idOf(form, field.path), 'aria-describedby': ids })}><legend>${titleOf(field)}${optionalMark(field, form)}</legend>${markup}${filled.map((v, i) => row(v, i, false))}${first}${more.length > 0 && html`<details><summary>${form.t('form.more-rows')}</summary>${more}</details>`}</fieldset>`;
};

interface Lines {
  chosen: string[];
  choices?: Option[];
}

/** A list of texts, or of choices whose order counts: what there is and one empty line more, each with the list's name. */
const linesHtml = (field: Field, form: Form, items: JsonSchema, { chosen, choices }: Lines): Html => {
  const usual = choices?.length ?? 3;
  const count = Math.min(Math.max(chosen.length + 1, usual), (field.schema.maxItems as number | undefined) ?? 20);
  const line = (_: unknown, i: number) => {
    const id = i === 0 ? idOf(form, field.path) : `${idOf(form, field.path)}-${i}`;
    const own = { ...field, schema: items, value: chosen[i], required: false };
    const common = { id, name: field.path, 'aria-label': `${titleOf(field)} ${i + 1}` };
    return choices ? selectHtml(own, form, choices, common) : inputHtml(own, common);
  };
  return choiceGroup(field, form, Array.from({ length: count }, line));
};

/** One tick. Where an absent value would not mean no, an unseen `false` goes before it. */
const tickHtml = (field: Field, form: Form, value: string): Html => {
  const { markup, ids, wrong } = descriptions(field, form);
  const isBoolean = field.schema.type === 'boolean';
  const ticked = isBoolean ? field.value === true || field.value === 'true' : field.value === value;
  const common = { id: idOf(form, field.path), name: field.path, value, checked: ticked };
  const asked = { required: !isBoolean && field.required, 'aria-describedby': ids, 'aria-invalid': wrong && 'true' };
  const unsaid = isBoolean && (field.schema.default === true || (field.required && field.schema.default === undefined));
  const more = field.schema.widget === 'consent' ? consentLink(form) : undefined;
  return html`<div class="field${wrong && ' wrong'}">${unsaid && html`<input type="hidden" name="${field.path}" value="false">`}<label class="tick"><input type="checkbox"${attributes({ ...common, ...asked })}><span>${titleOf(field)}</span></label>${markup}${more}</div>`;
};

const consentLink = (form: Form): Html =>
  html`<p class="hint"><a href="${sitePath(form.language, '/privacy/')}" target="_blank" rel="noopener">${form.t('site.privacy')}</a></p>`;
