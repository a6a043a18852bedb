import { asciiDigits, normalised } from '../../../shared/text.ts';
import { element, pageLanguage, say } from './words.ts';

export interface Wrong {
  path: string;
  code: string;
  message?: string;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlAt = (path: string): HTMLElement | null => document.getElementById(`f-${path.replaceAll('.', '-')}`);

const textOf = ({ code, message }: Wrong): string => {
  const known = say(`error.${code}`);
  return known === `error.${code}` ? (message ?? code) : known;
};

/** Reads telephone numbers as the server does. It comes after the page; until then, and where it never does, the server alone judges. */
let readPhone: typeof import('../../../shared/phone.ts').readPhone | undefined;

export const loadPhones = async (): Promise<void> => {
  try {
    ({ readPhone } = await import('../../../shared/phone.ts'));
  } catch {
    // no network, and no earlier visit that kept it
  }
};

/** What can be found wrong without a network, by the same codes the server uses, in text as the server will keep it. */
export const wrongFields = (form: HTMLFormElement): Wrong[] => {
  const found = new Map<string, string>();
  for (const control of form.elements as Iterable<Element> as Iterable<Control>) {
    tidy(control);
    const code = control.name && control.willValidate ? faultOf(control) : undefined;
    if (code && !found.has(control.name)) found.set(control.name, code);
  }
  return [...found].map(([path, code]) => ({ path, code }));
};

const tidy = (control: Control): void => {
  if (!/^(text|textarea|email)$/.test(control.type)) return;
  const kept = control.type === 'email' ? asciiDigits(normalised(control.value)) : normalised(control.value);
  if (kept !== control.value) control.value = kept;
};

const faultOf = (control: Control): string | undefined => {
  if (!control.validity.valid) return codeOf(control);
  return control.type === 'tel' && control.value.trim() !== '' ? readPhone?.(control.value).fault : undefined;
};

const codeOf = ({ validity }: Control): string => {
  if (validity.valueMissing) return 'required';
  if (validity.tooLong) return 'too-long';
  if (validity.rangeOverflow) return 'too-large';
  return validity.rangeUnderflow ? 'too-small' : 'wrong-format';
};

export const clearErrors = (form: HTMLFormElement): void => {
  for (const e of form.querySelectorAll('.errors, .error')) e.remove();
  for (const e of form.querySelectorAll('.wrong')) e.classList.remove('wrong');
  for (const e of form.querySelectorAll('[aria-invalid]')) {
    e.removeAttribute('aria-invalid');
    describe(e, (ids) => ids.filter((id) => !id.endsWith('-error')));
  }
};

const describe = (e: Element, change: (ids: string[]) => string[]): void => {
  const ids = change((e.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length > 0) e.setAttribute('aria-describedby', ids.join(' '));
  else e.removeAttribute('aria-describedby');
};

/** Errors at their fields, and a summary above the form that leads to them and takes the focus. */
export const showErrors = (form: HTMLFormElement, wrong: Wrong[]): void => {
  clearErrors(form);
  for (const w of wrong) showOne(w);
  const list = element('ul', {}, ...wrong.map((w) => element('li', {}, link(w))));
  const summary = element(
    'div',
    { className: 'errors', tabIndex: -1 },
    element('h2', {}, say('form.errors', { count: wrong.length })),
    list,
  );
  summary.setAttribute('role', 'alert');
  form.prepend(summary);
  summary.focus();
};

const showOne = (w: Wrong): void => {
  const control = controlAt(w.path);
  const field = control?.closest('.field');
  if (!control || !field) return;
  const id = `${control.id}-error`;
  const error = element(
    'p',
    { className: 'error', id },
    element('span', { className: 'unseen' }, say('form.error')),
    textOf(w),
  );
  field.classList.add('wrong');
  const title = field.querySelector(':scope > label:not(.tick), :scope > legend');
  if (title) title.after(error);
  else field.prepend(error);
  const described = control.matches('[type=radio]') ? field : control;
  describe(described, (ids) => [...ids, id]);
  control.setAttribute('aria-invalid', 'true');
};

const link = (w: Wrong): HTMLAnchorElement => {
  const control = controlAt(w.path);
  const title = control?.closest('.field')?.querySelector('label, legend')?.firstChild?.textContent ?? w.path;
  const a = element(
    'a',
    { href: `#${control?.id ?? ''}` },
    `${title}${pageLanguage() === 'zh' ? '：' : ': '}${textOf(w)}`,
  );
  a.addEventListener('click', (e) => {
    const details = control?.closest('details');
    if (details) details.open = true;
    if (control) e.preventDefault();
    control?.focus();
  });
  return a;
};
