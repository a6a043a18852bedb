import { download } from './api.ts';
import { askedHere, isAsked, queryOf, type Search as Searched } from './asked.ts';
import { type After, useAfter } from './live.tsx';
import { Loaded, useLoaded } from './loaded.tsx';
import { Said } from './pieces.tsx';
import { Press } from './press.tsx';
import { Card } from './queue.tsx';
import { SavedViews, SaveView } from './saved-views.tsx';
import { t } from './text.ts';
import type { CaseCard, Me, SavedView } from './views.ts';

interface Answer {
  cases: CaseCard[];
  more: boolean;
}

const STATES = ['all', 'open', 'closed'];

/** Filters are closed where none is set: on a phone what was found would lie below the screen. */
const isNarrowed = ({ q: _, state, ...filters }: Searched): boolean =>
  Object.keys(filters).length > 0 || (state ?? 'all') !== 'all';

/** Cases of my units by number, name, last digits, place or words; and the searches I have kept. */
export const Search = () => {
  const present = askedHere();
  const views = useLoaded<{ views: SavedView[] }>('/cases/views');
  const { said, after } = useAfter(views.load);
  return (
    <>
      <h1>{t('desk.search')}</h1>
      <Said>{said}</Said>
      {views.value && <SavedViews of={views.value.views} present={present} after={after} />}
      <Asked of={present} />
      {isAsked(present) ? <Results of={present} after={after} /> : <Loaded of={views}>{() => null}</Loaded>}
    </>
  );
};

const Asked = ({ of }: { of: Searched }) => (
  <search>
    <form method="get" class="form">
      <div class="field">
        <label for="q">{t('desk.search.words')}</label>
        <input id="q" name="q" type="search" maxLength={60} defaultValue={of.q ?? ''} />
      </div>
      <details open={isNarrowed(of)}>
        <summary>{t('desk.search.filters')}</summary>
        <div class="filters">
          <Kinds of={of} />
          <Units of={of} />
          <OneOf name="state" label={t('desk.state')} of={of} options={STATES.map((s) => [s, stateText(s)])} />
          {(['from', 'to'] as const).map((name) => (
            <div class="field" key={name}>
              <label for={name}>{t(`desk.search.${name}`)}</label>
              <input id={name} name={name} type="date" defaultValue={of[name] ?? ''} />
            </div>
          ))}
        </div>
      </details>
      <p class="act">
        <button type="submit" class="button">
          {t('desk.find')}
        </button>
      </p>
    </form>
  </search>
);

const stateText = (state: string): string => t(state === 'all' ? 'desk.all' : `desk.state.${state}`);

interface OneOfProps {
  name: string;
  label: string;
  of: Searched;
  options: [value: string, text: string][];
}

/** A filter with its choices; what the address asks for is among them, whether it is known here or not. */
const OneOf = ({ name, label, of, options }: OneOfProps) => {
  const asked = of[name] ?? '';
  const all = new Map(asked && !options.some(([v]) => v === asked) ? [...options, [asked, asked] as const] : options);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {[...all].map(([v, text]) => (
          <option key={v} value={v} selected={v === asked}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
};

const ALL: [string, string] = ['', t('desk.all')];

const Kinds = ({ of }: { of: Searched }) => {
  const { value } = useLoaded<{ types: { type: string; title: string }[] }>(`/intake/forms?${queryOf({})}`);
  const options = (value?.types ?? []).map((x): [string, string] => [x.type, x.title]);
  return <OneOf name="type" label={t('desk.search.type')} of={of} options={[ALL, ...options]} />;
};

const Units = ({ of }: { of: Searched }) => {
  const { value } = useLoaded<Me>(`/me?${queryOf({})}`);
  const options = (value?.roles ?? []).map((r): [string, string] => [r.unit.id, r.unit.name]);
  return <OneOf name="unit" label={t('desk.unit')} of={of} options={[ALL, ...options]} />;
};

const Results = ({ of, after }: { of: Searched; after: After }) => (
  <Loaded of={useLoaded<Answer>(`/cases/search?${queryOf(of)}`)}>
    {({ cases, more }) => (
      <>
        <p class="quiet" role="status">
          {t('desk.found', { count: cases.length })} {more && t('desk.search.more')}
        </p>
        <ul class="queue">
          {cases.map((c) => (
            <Card key={c.id} of={c} />
          ))}
        </ul>
        {cases.length > 0 && (
          <p class="act">
            <Press tone="plain" act={() => download(`/cases/search?${queryOf(of)}&format=csv`, 'cases.csv')}>
              {t('desk.csv')}
            </Press>
          </p>
        )}
        <SaveView of={of} after={after} />
      </>
    )}
  </Loaded>
);
