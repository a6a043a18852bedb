/** Markup whose values are already escaped. Made by the `html` tag only, or by `trusted` from markup we wrote ourselves. */
export interface Html {
  readonly markup: string;
}

type Value = string | number | Html | Value[] | undefined | false;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text that may stand in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);

/** Markup we wrote ourselves, passed on as it is. */
export const trusted = (markup: string): Html => ({ markup });

/** A template whose values are escaped; lists are joined, `undefined` and `false` leave nothing behind. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html =>
  trusted(parts.reduce((made, part, i) => made + markupOf(values[i - 1]) + part));

const markupOf = (value: Value): string => {
  if (value === undefined || value === false) return '';
  if (Array.isArray(value)) return value.map(markupOf).join('');
  return typeof value === 'object' ? value.markup : escapeHtml(String(value));
};

/** Attributes of an element with a leading space each; `undefined` and `false` are left out, `true` stands without a value. */
export const attributes = (named: Record<string, string | number | boolean | undefined>): Html =>
  trusted(
    Object.entries(named)
      .filter(([, v]) => v !== undefined && v !== false)
      .map(([name, v]) => (v === true ? ` ${name}` : ` ${name}="${escapeHtml(String(v))}"`))
      .join(''),
  );
