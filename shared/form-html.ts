import type { FieldError } from './errors.ts';
import type { Language } from './fields.ts';
import type { JsonSchema } from './form.ts';
import { type Field, type Form, fieldHtml, idOf, inOrder, isFieldset, type Option, text } from './form-fields.ts';
import { branchOf } from './form-labels.ts';
import { attributes, type Html, html } from './html.ts';
import { translator } from './i18n.ts';
import { fieldErrorText } from './page.ts';
import { words } from './words.ts';

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
  /** `off`: the browser puts nothing back that was filled in, nor offers it again. */
  autocomplete?: 'off';
}

/**
 * A form for a localised JSON schema. It works without script; each field's name is its dotted path, so that
 * `decodeForm` gives back what was filled in. Errors stand at their fields and in a summary that leads to them.
 */
export const formHtml = (schema: JsonSchema, options: FormOptions): string => {
  const { action, method, submit, tone = 'primary', hidden = {}, values, cancel, autocomplete } = options;
  const form: Form = {
    language: options.language,
    options: options.options ?? {},
    errors: options.errors ?? [],
    idPrefix: options.idPrefix ?? 'f',
    t: translator(options.language, words),
  };
  return html`<form class="form" action="${action}" method="${method}" accept-charset="utf-8"${attributes({ autocomplete })}>
${errorSummary(form, schema)}
${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
${fieldsHtml(schema, values, form)}
<p class="act"><button class="button ${tone}" type="submit">${submit}</button>${cancel !== undefined && html`<button class="button plain" type="button" data-cancel>${cancel}</button>`}</p>
</form>`.markup;
};

const fieldsHtml = (schema: JsonSchema, values: unknown, form: Form): Html => {
  const root = { path: '', schema: branchOf(schema), value: values ?? {}, required: true };
  const fields = inOrder(root);
  const later = fields.filter((f) => f.schema.later === true);
  const [at, end] = [fields.indexOf(later[0] as Field), fields.indexOf(later.at(-1) as Field) + 1];
  const legend = text(schema.title);
  if (later.length === 0) return sectionsHtml(fields, form, legend);
  return html`${sectionsHtml(fields.slice(0, at), form, legend)}${laterHtml(later, form)}${sectionsHtml(fields.slice(end), form)}`;
};

const sectionsHtml = (fields: Field[], form: Form, legend?: string): Html => {
  const sections = sectionsOf(fields);
  return html`${sections.map((s, i) => sectionHtml(s, form, i === 0 && sections.length > 1 ? legend : undefined))}`;
};

/** What can be asked later is folded away, unless something is wrong in it. */
const laterHtml = (fields: Field[], form: Form): Html => {
  const isWrong = form.errors.some((e) => fields.some((f) => e.path === f.path || e.path.startsWith(`${f.path}.`)));
  return html`<details class="field"${attributes({ open: isWrong })}><summary>${form.t('form.later')}</summary>${sectionsHtml(fields, form)}</details>`;
};

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

const sectionHtml = ({ legend, fields }: Section, form: Form, first: string | undefined): Html => {
  const inner = fields.map((f) => fieldHtml(f, form));
  const title = legend ?? first;
  return title ? html`<fieldset class="group"><legend>${title}</legend>${inner}</fieldset>` : html`${inner}`;
};

const errorSummary = (form: Form, schema: JsonSchema): Html | undefined => {
  if (form.errors.length === 0) return undefined;
  const item = (e: FieldError) => {
    const title = titleAt(schema, e.path.split('.'));
    const said = html`${title ?? e.path}${form.language === 'zh' ? '：' : ': '}${fieldErrorText(e, form.t)}`;
    return title === undefined ? html`<li>${said}</li>` : html`<li><a href="#${idOf(form, e.path)}">${said}</a></li>`;
  };
  return html`<div class="errors" role="alert" tabindex="-1" autofocus><h2>${form.t('form.errors', { count: form.errors.length })}</h2><ul>${form.errors.map(item)}</ul></div>`;
};

/** The title of a field that the form shows. */
const titleAt = (schema: JsonSchema, [head = '', ...rest]: string[]): string | undefined => {
  const { properties = {} } = branchOf(schema);
  const inner = Object.hasOwn(properties, head) ? properties[head] : undefined; // a form may send `constructor`
  if (!inner || inner.widget === 'hidden') return undefined;
  return rest.length > 0 && inner.properties ? titleAt(inner, rest) : String(inner.title ?? head);
};
