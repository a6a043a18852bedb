import type { FieldError } from './errors.ts';
import type { Language } from './fields.ts';
import type { JsonSchema } from './form.ts';
import { branchOf } from './form-labels.ts';
import { attributes, type Html, html } from './html.ts';
import { type Translate, translator } from './i18n.ts';
import { fieldErrorText, sitePath } from './page.ts';
import { words } from './words.ts';

export interface Option {
  value: string;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
}

export interface FormOptions {
  action: string;
  method: 'get' | 'post';
  language: Language;
  /** What the button says. */
  submit: string;
  tone?: 'primary' | 'plain' | 'danger';
  /** What a second button says that leaves the form; a script gives it its effect. */
  cancel?: string;
  /** What the fields hold, as the schema's value or as a form left it. */
  values?: unknown;
  errors?: FieldError[];
  /** Choices for fields that are plain text in the schema, by dotted path. */
  options?: Record<string, Option[]>;
  /** Names and values that go along unseen. */
  hidden?: Record<string, string>;
  /** Keeps the ids of several forms on one page apart. */
  idPrefix?: string;
}

interface Field {
  path: string;
  schema: JsonSchema;
  value: unknown;
  required: boolean;
}

interface Form extends Required<Pick<FormOptions, 'language' | 'options' | 'errors' | 'idPrefix'>> {
  t: Translate;
}

/**
 * A form for a localised JSON schema. It works without script; each field's name is its dotted path, so that
 * `decodeForm` gives back what was filled in. Errors stand at their fields and in a summary that leads to them.
 */
export const formHtml = (schema: JsonSchema, options: FormOptions): string => {
  const { action, method, submit, tone = 'primary', hidden = {}, values, cancel } = options;
  const form: Form = {
    language: options.language,
    options: options.options ?? {},
    errors: options.errors ?? [],
    idPrefix: options.idPrefix ?? 'f',
    t: translator(options.language, words),
  };
  return html`<form class="form" action="${action}" method="${method}" accept-charset="utf-8">
${errorSummary(form, schema)}
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fieldsHtml(schema, values, form)}
<p class="act"><button class="button ${tone}" type="submit">${submit}</button>${cancel !== undefined && html`<button class="button plain" type="button" data-cancel>${cancel}</button>`}</p>
</form>`.markup;
};

/** The fields alone, for a form that somebody else makes. */
export const fieldsHtml = (schema: JsonSchema, values: unknown, form: Form): Html => {
  const root = { path: '', schema: branchOf(schema), value: values ?? {}, required: true };
  const fields = inOrder(root);
  const sections = sectionsOf(fields);
  const legend = sections.length > 1 ? text(schema.title) : undefined;
  return html`${sections.map((s, i) => sectionHtml(s, form, i === 0 ? legend : undefined))}`;
};

const inOrder = (parent: Field): Field[] => {
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
});

interface Section {
  legend?: string;
  fields: Field[];
}

/** Neighbours of one `group` stand in one fieldset; a nested object is a fieldset of its own. */
const sectionsOf = (fields: Field[]): Section[] => {
  const sections: Section[] = [];
  for (const field of fields) {
    const legend = typeof field.schema.groupTitle === 'string' ? field.schema.groupTitle : undefined;
    const last = sections.at(-1);
    const alone = isFieldset(field.schema) || (last?.fields[0] && isFieldset(last.fields[0].schema));
    if (last && !alone && last.legend === legend) last.fields.push(field);
    else sections.push({ legend, fields: [field] });
  }
  return sections;
};

const isFieldset = (schema: JsonSchema): boolean => schema.properties !== undefined;

const sectionHtml = ({ legend, fields }: Section, form: Form, first: string | undefined): Html => {
  const inner = fields.map((f) => fieldHtml(f, form));
  const title = legend ?? first;
  return title ? html`<fieldset class="group"><legend>${title}</legend>${inner}</fieldset>` : html`${inner}`;
};

const idOf = (form: Form, path: string): string => `${form.idPrefix}-${path.replaceAll('.', '-')}`;

const errorOf = (form: Form, path: string): string | undefined => {
  const found = form.errors.find((e) => e.path === path) ?? form.errors.find((e) => e.path.startsWith(`${path}.`));
  return found && fieldErrorText(found, form.t);
};

const errorSummary = (form: Form, schema: JsonSchema): Html | undefined => {
  if (form.errors.length === 0) return undefined;
  const item = (e: FieldError) =>
    html`<li><a href="#${idOf(form, e.path)}">${titleAt(schema, e.path.split('.')) || e.path}${form.language === 'zh' ? '：' : ': '}${fieldErrorText(e, form.t)}</a></li>`;
  return html`<div class="errors" role="alert" tabindex="-1" autofocus><h2>${form.t('form.errors', { count: form.errors.length })}</h2><ul>${form.errors.map(item)}</ul></div>`;
};

const titleAt = (schema: JsonSchema, [head = '', ...rest]: string[]): string => {
  const inner = branchOf(schema).properties?.[head];
  if (!inner) return branchOf(schema).title as string;
  return rest.length > 0 ? titleAt(inner, rest) : String(inner.title ?? head);
};

const fieldHtml = (field: Field, form: Form): Html => {
  const { schema } = field;
  if (schema.widget === 'hidden') return hiddenHtml(field);
  if (schema.properties) return objectHtml(field, form);
  if (schema.type === 'array') return arrayHtml(field, form);
  if (schema.type === 'boolean') return tickHtml(field, form, 'true');
  if (schema.widget === 'consent') return tickHtml(field, form, String(schema.enum?.[0] ?? schema.const ?? 'true'));
  const choices = choicesOf(field, form);
  if (choices && choices.length <= 4 && !choices.some((c) => c.group)) return radiosHtml(field, form, choices);
  return labelledHtml(field, form, (common) =>
    choices ? selectHtml(field, form, choices, common) : inputHtml(field, common),
  );
};

const hiddenHtml = ({ path, value }: Field): Html =>
  value === undefined ? html`` : html`<input type="hidden" name="${path}" value="${String(value)}">`;

const choicesOf = ({ path, schema }: Field, form: Form): Option[] | undefined => {
  const given = schema.widget === 'species' ? undefined : form.options[path];
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
    return html`<details class="field" id="${id}" data-widget="coordinates"${attributes({ open: field.value !== undefined })}><summary>${title}</summary>${described.markup}${inner}</details>`;
  return html`<fieldset class="group"${attributes({ id, 'aria-describedby': described.ids })}><legend>${title}</legend>${described.markup}${inner}</fieldset>`;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

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
    required: field.required,
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
  const value = field.value === undefined || typeof field.value === 'object' ? undefined : String(field.value);
  if (schema.format === 'multiline')
    return html`<textarea${attributes({ ...common, rows: 4, maxlength: schema.maxLength, autocomplete: text(schema.autocomplete) })}>\n${value}</textarea>`;
  return html`<input${attributes({ ...common, ...kindOf(schema), value: schema.format === 'date-time' ? wallClockInput(value) : value })}>`;
};

/** Type, keyboard and limits of an input. */
const kindOf = (schema: JsonSchema): Record<string, string | number | undefined> => {
  const limits = { min: shown(schema.minimum), max: shown(schema.maximum) };
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
export const wallClockInput = (value: string | undefined): string | undefined => {
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
  const choices = choicesOf({ ...field, schema: items }, form);
  const chosen = Array.isArray(field.value) ? field.value.map(String) : [];
  if (!choices) return linesHtml(field, form, items, chosen);
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

/** A list of texts: what there is and one empty line more, each with the list's name. */
const linesHtml = (field: Field, form: Form, items: JsonSchema, chosen: string[]): Html => {
  const count = Math.min(Math.max(chosen.length + 1, 3), (field.schema.maxItems as number | undefined) ?? 20);
  const line = (_: unknown, i: number) => {
    const id = i === 0 ? idOf(form, field.path) : `${idOf(form, field.path)}-${i}`;
    const own = { ...field, schema: items, value: chosen[i], required: false };
    return inputHtml(own, { id, name: field.path, 'aria-label': `${titleOf(field)} ${i + 1}` });
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
