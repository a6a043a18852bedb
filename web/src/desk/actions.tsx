import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldError } from '../../../shared/errors.ts';
import { decodeForm, type JsonSchema } from '../../../shared/form.ts';
import { formHtml } from '../../../shared/form-html.ts';
import { rangesOf } from '../../../shared/workflow/part-ids.ts';
import { suggestSpecies } from '../browser/species.ts';
import { post, Refused } from './api.ts';
import type { After } from './live.tsx';
import { offerPhoto } from './photo-field.ts';
import { language, t } from './text.ts';
import { reasonOf } from './trouble.ts';
import type { OpenAction } from './views.ts';

export interface ActionsProps {
  of: OpenAction[];
  /** Does what the form says; rejects with `Refused` or `Offline`, which the form shows. */
  perform: (action: OpenAction, input: unknown) => Promise<unknown>;
  /** What the action is done to, for its form's heading. */
  subject: string;
  after: After;
  /** What the forms hold at first, by their action. */
  values?: Record<string, unknown>;
  /** Where photos that show what was done are handed in; without it no form takes any. */
  photos?: string;
}

/** A button for each action the answer lists; each opens its form. */
export const Actions = ({ of, ...rest }: ActionsProps) => {
  const [open, setOpen] = useState<OpenAction>();
  if (of.length === 0) return null;
  return (
    <>
      <ul class="buttons">
        {of.map((a) => (
          <li key={a.action}>
            <button type="button" class={`button ${a.tone}`} aria-haspopup="dialog" onClick={() => setOpen(a)}>
              {a.label}
            </button>
          </li>
        ))}
      </ul>
      {open && <ActionDialog action={open} {...rest} close={() => setOpen(undefined)} />}
    </>
  );
};

type DialogProps = Omit<ActionsProps, 'of'> & { action: OpenAction; close: () => void };

/** Posts actions to `/cases/<id>` or `/rewards/<id>`, for the version that was looked at. */
export const postedTo =
  (at: string, version: number): ActionsProps['perform'] =>
  ({ action, parts }, input) =>
    post(
      `${at}/actions/${action}?${new URLSearchParams({ ...(parts ? { part: rangesOf(parts) } : {}), version: String(version) })}`,
      input,
    );

const ActionDialog = (props: DialogProps) => {
  const { action, subject, perform, after, close, values, photos } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const send = async (input: unknown) => {
    try {
      await perform(action, input);
      await after(t('desk.done', { what: action.label }));
    } catch (e) {
      if (!(e instanceof Refused && e.code === 'stale')) throw e;
      await after(t('desk.stale'));
    }
    dialog.current?.close();
  };
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={close}>
      <h2 id="dialog-title">{action.label}</h2>
      <p class="quiet">{subject}</p>
      <ActionForm
        action={action}
        values={values?.[action.action]}
        photos={photos}
        send={send}
        cancel={() => dialog.current?.close()}
      />
    </dialog>
  );
};

interface FormProps {
  action: OpenAction;
  /** Rejects with `Refused` or `Offline`, which the form shows. */
  send: (input: unknown) => Promise<void>;
  cancel?: () => void;
  values?: unknown;
  photos?: string;
}

/** An action's form from its schema: sends what was filled in as JSON, and shows what is wrong at the fields. */
export const ActionForm = ({ action, send, cancel, values: first, photos }: FormProps) => {
  const holder = useRef<HTMLDivElement>(null);
  const [filled, setFilled] = useState<{ values?: unknown; errors?: FieldError[] }>({ values: first });
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  useLayoutEffect(() => {
    if (holder.current) prepare(holder.current, action, { cancel, photos });
  }, [action, filled, cancel, photos]);

  const submit = async (e: SubmitEvent) => {
    e.preventDefault();
    if (busy) return;
    const values = decodeForm(action.input as JsonSchema, entriesOf(e.target as HTMLFormElement));
    setBusy(true);
    setTrouble(undefined);
    try {
      await send(values);
    } catch (error) {
      const errors = error instanceof Refused ? error.fields : [];
      setFilled({ values, errors });
      setTrouble(errors.length > 0 ? undefined : reasonOf(error));
    }
    setBusy(false);
  };

  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => told.current?.scrollIntoView({ block: 'center' }), [trouble]); // the button may be far below
  const markup = formHtml(action.input as JsonSchema, {
    action: '',
    method: 'post',
    language,
    submit: action.label,
    cancel: cancel && t('form.cancel'),
    tone: action.tone,
    options: action.options,
    idPrefix: 'act',
    ...filled,
  });
  return (
    <>
      {trouble && (
        <p class="error" role="alert" ref={told}>
          {trouble}
        </p>
      )}
      <div ref={holder} aria-busy={busy} onSubmit={submit} dangerouslySetInnerHTML={{ __html: markup }} />
    </>
  );
};

const entriesOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].filter((e): e is [string, string] => typeof e[1] === 'string');

/** The browser's own checks give way to the server's words; a species is looked up while typing; errors get the focus. */
const prepare = (
  holder: HTMLElement,
  action: OpenAction,
  { cancel, photos }: Pick<FormProps, 'cancel' | 'photos'>,
): void => {
  const form = holder.querySelector('form');
  if (!form || form.noValidate) return;
  form.noValidate = true;
  form.querySelector('[data-cancel]')?.addEventListener('click', () => cancel?.());
  const errors = form.querySelector<HTMLElement>('.errors');
  errors?.focus({ preventScroll: true });
  errors?.scrollIntoView({ block: 'center' });
  for (const link of form.querySelectorAll<HTMLAnchorElement>('.errors a')) link.addEventListener('click', leadToField);
  const species = form.querySelector<HTMLInputElement>('[data-widget=species] input');
  const photo = form.querySelector<HTMLElement>('[data-widget=photo]');
  if (photo && photos) offerPhoto(photo, photos);
  if (species) chooseSpecies(species, action.options?.[species.name] ?? []);
};

/** To the field itself, and the address stays as it is: a link's token stands in it. */
const leadToField = (e: Event): void => {
  e.preventDefault();
  document.getElementById((e.currentTarget as HTMLAnchorElement).hash.slice(1))?.focus();
};

/** Names of the species chosen so far, to show them again beside an error. */
const names = new Map<string, string>();

/** The key of the chosen species goes along unseen; what the report suggests stands ready to be pressed. */
const chooseSpecies = (input: HTMLInputElement, suggested: { value: string; label: string }[]): void => {
  const key = document.createElement('input');
  Object.assign(key, { type: 'hidden', name: input.name, value: input.value });
  input.value = names.get(key.value) ?? suggested.find((s) => s.value === key.value)?.label ?? '';
  input.removeAttribute('name');
  input.closest('.field')?.append(key, ...suggested.slice(0, 4).map((s) => suggestion(s, input, key)));
  suggestSpecies(input, (s) => {
    key.value = s?.key ?? '';
    if (s) names.set(s.key, s.nameZh);
  });
};

const suggestion = (
  s: { value: string; label: string },
  input: HTMLInputElement,
  key: HTMLInputElement,
): HTMLButtonElement => {
  const button = document.createElement('button');
  Object.assign(button, {
    type: 'button',
    className: 'button plain',
    textContent: `${t('desk.suggested')} ${s.label}`,
  });
  button.addEventListener('click', () => {
    input.value = s.label;
    key.value = s.value;
  });
  return button;
};
