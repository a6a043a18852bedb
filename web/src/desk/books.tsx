import { useState } from 'preact/hooks';
import { Actions } from './actions.tsx';
import { download, put } from './api.ts';
import { today } from './clock.tsx';
import { Live } from './live.tsx';
import { Loaded, useLoaded } from './loaded.tsx';
import { newestFirst } from './newest.ts';
import { Choice, Facts, Panel } from './pieces.tsx';
import { Press } from './press.tsx';
import { t, wallClock, yuan } from './text.ts';
import type { BooksView, Me, OpenAction, PolicyView } from './views.ts';

/** A unit's money for rewards: its budget and ledger of a year, and the policies it decides by. */
export const Books = () => {
  const me = useLoaded<Me>('/me');
  return (
    <>
      <h1>{t('desk.books')}</h1>
      <Loaded of={me}>{(known) => <OfUnits units={unitsOf(known)} />}</Loaded>
    </>
  );
};

/** As the API has it: whoever works out in the field keeps no books. */
const KEEPERS = ['official', 'approver', 'first-secretary', 'admin'];

type Unit = Me['roles'][number]['unit'];

const unitsOf = ({ roles }: Me): Unit[] => [
  ...new Map(roles.filter((r) => KEEPERS.includes(r.role)).map((r) => [r.unit.id, r.unit])).values(),
];

const thisYear = (): number => Number(today().slice(0, 4));

const OfUnits = ({ units }: { units: Unit[] }) => {
  const [unit, setUnit] = useState(units[0]?.id ?? '');
  const [year, setYear] = useState(String(thisYear()));
  if (units.length === 0) return <p class="quiet">{t('desk.no-books')}</p>;
  const years = [1, 0, -1, -2].map((n) => String(thisYear() + n));
  return (
    <>
      <div class="filters">
        <Choice
          id="unit"
          label={t('desk.unit')}
          options={units.map((u) => [u.id, u.name])}
          value={unit}
          choose={setUnit}
        />
        <Choice id="year" label={t('desk.year')} options={years.map((y) => [y, y])} value={year} choose={setYear} />
      </div>
      <Year key={`${unit}#${year}`} unit={unit} year={year} />
      <Policies key={unit} unit={unit} />
    </>
  );
};

const Year = ({ unit, year }: { unit: string; year: string }) => (
  <Live<BooksView> at={`/rewards/ledger?${new URLSearchParams({ unit, year })}`}>
    {(books, after) => (
      <>
        <Panel title={t('desk.budget')}>
          {books.budget ? <Facts of={books.facts} /> : <p class="quiet">{t('desk.no-budget')}</p>}
          <Actions of={books.actions} perform={setting(books)} subject={`${unit} ${year}`} after={after} />
        </Panel>
        <Ledger of={books} />
      </>
    )}
  </Live>
);

const setting =
  ({ unit, year, budget }: BooksView) =>
  (_: OpenAction, input: unknown): Promise<unknown> =>
    put(`/rewards/budgets/${unit}/${year}`, { ...(input as object), version: budget?.version ?? 0 });

const Ledger = ({ of: { unit, year, entries } }: { of: BooksView }) => (
  <Panel title={t('desk.ledger')}>
    {entries.length === 0 && <p class="quiet">{t('desk.no-entries')}</p>}
    <ol class="steps" reversed>
      {newestFirst(entries).map((e) => (
        <li class="done" key={`${e.at}${e.kind}${e.reward}`}>
          {e.text} <strong>{yuan(e.amountFen)}</strong> {e.caseNumber}
          {(e.reason || e.voucher) && <p class="quiet">{[e.reason, e.voucher].filter(Boolean).join(' · ')}</p>}
          <span class="by">
            {e.by.name} <time dateTime={e.at}>{wallClock(e.at)}</time>
          </span>
        </li>
      ))}
    </ol>
    {entries.length > 0 && (
      <Press tone="plain" act={() => download(`/rewards/ledger?${csvOf(unit, year)}`, `${unit}-${year}.csv`)}>
        {t('desk.csv')}
      </Press>
    )}
  </Panel>
);

const csvOf = (unit: string, year: number): string =>
  new URLSearchParams({ unit, year: String(year), format: 'csv' }).toString();

const Policies = ({ unit }: { unit: string }) => (
  <Loaded of={useLoaded<{ policies: PolicyView[] }>(`/rewards/policies/${unit}`)}>
    {({ policies }) => (
      <>
        {newestFirst(policies).map((p) => (
          <Panel key={p.from} title={p.name}>
            <p>{t('desk.policy-from', { from: p.from })}</p>
            <Facts of={p.facts} />
          </Panel>
        ))}
        {policies.length === 0 && <p class="quiet">{t('desk.no-policies')}</p>}
      </>
    )}
  </Loaded>
);
