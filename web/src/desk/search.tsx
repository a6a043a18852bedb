import { download } from './api.ts';
import { Loaded, useLoaded } from './loaded.tsx';
import { Card } from './queue.tsx';
import { language, t } from './text.ts';
import type { CaseCard } from './views.ts';

interface Answer {
  cases: CaseCard[];
  more: boolean;
}

const FILTERS = ['q', 'state', 'from', 'to'] as const;
const STATES = ['all', 'open', 'closed'];

/** The search stands in the address: it can be kept, and sent to a colleague. */
const asked = (): URLSearchParams => {
  const here = new URLSearchParams(location.search);
  const said = FILTERS.flatMap((name) => (here.get(name) ? [[name, here.get(name) as string]] : []));
  return new URLSearchParams([...said, ['lang', language]]);
};

/** Cases of my units by number, name, last digits, place or words. */
export const Search = () => (
  <>
    <h1>{t('desk.search')}</h1>
    <Asked of={asked()} />
    {asked().size > 1 && <Results of={asked()} />}
  </>
);

const Asked = ({ of }: { of: URLSearchParams }) => (
  <search>
    <form method="get" class="form">
      <div class="field">
        <label for="q">{t('desk.search.words')}</label>
        <input id="q" name="q" type="search" maxLength={60} defaultValue={of.get('q') ?? ''} />
      </div>
      <div class="filters">
        <div class="field">
          <label for="state">{t('desk.state')}</label>
          <select id="state" name="state">
            {STATES.map((s) => (
              <option key={s} value={s} selected={s === of.get('state')}>
                {t(s === 'all' ? 'desk.all' : `desk.state.${s}`)}
              </option>
            ))}
          </select>
        </div>
        {(['from', 'to'] as const).map((name) => (
          <div class="field" key={name}>
            <label for={name}>{t(`desk.search.${name}`)}</label>
            <input id={name} name={name} type="date" defaultValue={of.get(name) ?? ''} />
          </div>
        ))}
      </div>
      <p class="act">
        <button type="submit" class="button">
          {t('desk.find')}
        </button>
      </p>
    </form>
  </search>
);

const Results = ({ of }: { of: URLSearchParams }) => (
  <Loaded of={useLoaded<Answer>(`/cases/search?${of}`)}>
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
          <button
            type="button"
            class="button plain"
            onClick={() => void download(`/cases/search?${of}&format=csv`, 'cases.csv')}
          >
            CSV
          </button>
        )}
      </>
    )}
  </Loaded>
);
