import { useState } from 'preact/hooks';
import { fieldErrorText } from '../../../shared/page.ts';
import { post, Refused, remove } from './api.ts';
import { addressOf, type Search } from './asked.ts';
import type { After } from './live.tsx';
import { Panel } from './pieces.tsx';
import { Press } from './press.tsx';
import { t } from './text.ts';
import { reasonOf } from './trouble.ts';
import type { SavedView } from './views.ts';

interface ViewsProps {
  of: SavedView[];
  /** What the page asks for now. */
  present: Search;
  /** Tells what was done, and has the list asked for anew. */
  after: After;
}

/** The searches I have saved: each is a link, and can be deleted. */
export const SavedViews = ({ of, present, after }: ViewsProps) => {
  const drop = async ({ id, name }: SavedView) => {
    await remove(`/cases/views/${id}`);
    await after(t('desk.view.deleted', { name }));
  };
  if (of.length === 0) return null;
  return (
    <Panel title={t('desk.views')}>
      <ul>
        {of.map((view) => (
          <li class="line" key={view.id}>
            <ViewLink of={view} present={present} />
            <Press tone="plain" name={`${t('desk.view.delete')} ${view.name}`} act={() => drop(view)}>
              {t('desk.view.delete')}
            </Press>
          </li>
        ))}
      </ul>
    </Panel>
  );
};

const ViewLink = ({ of: { name, search }, present }: { of: SavedView; present: Search }) => {
  const address = addressOf(search);
  const isHere = address === addressOf({ state: 'all', ...present });
  return (
    <a href={address} aria-current={isHere ? 'page' : undefined}>
      {name}
    </a>
  );
};

/** Saves the present search; under a name that there is, instead of the former. */
export const SaveView = ({ of, after }: { of: Search; after: After }) => {
  const [trouble, setTrouble] = useState<string>();
  const save = async (e: SubmitEvent) => {
    e.preventDefault();
    const form = e.target as HTMLFormElement;
    const name = String(new FormData(form).get('name') ?? '').trim();
    const wrong = name === '' ? t('error.required') : await saved(name, of);
    setTrouble(wrong);
    if (wrong) return document.getElementById('view-name')?.focus();
    form.reset();
    await after(t('desk.view.saved', { name }));
  };
  return (
    <form class="form" noValidate onSubmit={save}>
      <div class={trouble ? 'field wrong' : 'field'}>
        <label for="view-name">{t('desk.view.name')}</label>
        {trouble && (
          <p class="error" id="view-name-error" role="alert">
            {trouble}
          </p>
        )}
        <div class="beside">
          <input
            id="view-name"
            name="name"
            autocomplete="off"
            required
            maxLength={60}
            aria-describedby={trouble && 'view-name-error'}
            aria-invalid={trouble ? 'true' : undefined}
          />
          <button type="submit" class="button plain">
            {t('desk.view.save')}
          </button>
        </div>
      </div>
    </form>
  );
};

/** Saves; answers why not where that is not possible. */
const saved = async (name: string, search: Search): Promise<string | undefined> => {
  try {
    await post('/cases/views', { name, search });
  } catch (e) {
    const [field] = e instanceof Refused ? e.fields : [];
    return field ? fieldErrorText(field, t) : reasonOf(e);
  }
};
