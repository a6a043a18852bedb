import { useState } from 'preact/hooks';
import { rangesOf } from '../../../shared/workflow/part-ids.ts';
import { Actions, type ActionsProps } from './actions.tsx';
import { get } from './api.ts';
import { Facts } from './pieces.tsx';
import { Press } from './press.tsx';
import { t, wallClock } from './text.ts';
import type { CaseView, OpenAction } from './views.ts';

/** The animals of a case: those that are alike stand together, and one step is for all of them, or for those chosen. */

type Animal = CaseView['animals'][number];
type OnCase = Pick<ActionsProps, 'perform' | 'after'>;

/** Animals of which all the same is known. */
interface Group {
  first: Animal;
  all: Animal[];
}

const groupsOf = (animals: Animal[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const a of animals) {
    const known = groups.get(a.alike ?? a.id);
    if (known) known.all.push(a);
    else groups.set(a.id, { first: a, all: [a] });
  }
  return [...groups.values()];
};

const idsOf = (animals: Animal[]): string[] => animals.map((a) => a.id);

const headingOf = ({ first, all }: Group): string =>
  all.length === 1
    ? first.title
    : t('desk.animals.several', { name: first.name, count: all.length, ids: rangesOf(idsOf(all), ', ') });

/** The actions that are open for every one of these. */
const openFor = (open: OpenAction[], ids: string[]): OpenAction[] =>
  open.filter((a) => ids.every((id) => a.parts?.includes(id))).map((a) => ({ ...a, parts: ids }));

export const Animals = ({ view, subject, ...onCase }: { view: CaseView; subject: string } & OnCase) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ids: string[], on: boolean) =>
    setChosen(new Set([...chosen].filter((id) => !ids.includes(id)).concat(on ? ids : [])));
  const several = view.animals.length > 1;
  return (
    <>
      {several && <Alike of={view.animals} choose={choose} />}
      {groupsOf(view.animals).map((group) => (
        <section class="card" key={group.first.id}>
          <h2>{headingOf(group)}</h2>
          <p class="line">
            {group.first.class && <span class="tag">{group.first.class.text}</span>}{' '}
            <span class="tag">{group.first.stage.text}</span>{' '}
            {group.first.outcome && group.first.outcome !== group.first.stage.text && (
              <span class="tag">{group.first.outcome}</span>
            )}
          </p>
          <Facts of={group.first.facts} />
          <Log
            of={view.log.filter((l) => l.parts?.some((id) => idsOf(group.all).includes(id)))}
            among={group.all.length}
          />
          {several && <Choose group={group} chosen={chosen} choose={choose} />}
          <Actions
            of={openFor(view.animalActions, idsOf(group.all))}
            subject={`${subject} · ${headingOf(group)}`}
            {...onCase}
          />
        </section>
      ))}
      {several && (
        <Chosen view={view} chosen={chosen} clear={() => setChosen(new Set())} subject={subject} {...onCase} />
      )}
    </>
  );
};

type Chooses = (ids: string[], on: boolean) => void;

/** Chooses every animal of a species that is at the same stage, wherever it stands on the page. */
const Alike = ({ of, choose }: { of: Animal[]; choose: Chooses }) => {
  const kinds = new Map<string, Animal[]>();
  for (const a of of) kinds.set(`${a.name} ${a.stage.code}`, [...(kinds.get(`${a.name} ${a.stage.code}`) ?? []), a]);
  const apart = [...kinds.values()].filter((all) => groupsOf(all).length > 1); // else the card of the group does it
  if (apart.length === 0) return null;
  return (
    <section class="card">
      <h2>{t('desk.animals')}</h2>
      <p class="quiet">{t('desk.animals.hint')}</p>
      <ul class="buttons">
        {apart.map((all) => (
          <li key={all[0]?.id}>
            <button type="button" class="button plain" onClick={() => choose(idsOf(all), true)}>
              {t('desk.animals.choose-all', {
                name: all[0]?.name ?? '',
                stage: all[0]?.stage.text ?? '',
                count: all.length,
              })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface ChooseProps {
  group: Group;
  chosen: ReadonlySet<string>;
  choose: Chooses;
}

/** A box for the group, and one for each of its animals behind it. */
const Choose = ({ group, chosen, choose }: ChooseProps) => {
  const ids = idsOf(group.all);
  const count = ids.filter((id) => chosen.has(id)).length;
  return (
    <>
      <Tick
        label={t('desk.animals.choose', { what: headingOf(group) })}
        on={count === ids.length}
        some={count > 0}
        set={(on) => choose(ids, on)}
      />
      {ids.length > 1 && (
        <details>
          <summary>{t('desk.animals.single')}</summary>
          <div class="ticks">
            {group.all.map((a) => (
              <Tick key={a.id} label={a.title} on={chosen.has(a.id)} set={(on) => choose([a.id], on)} />
            ))}
          </div>
        </details>
      )}
    </>
  );
};

const Tick = ({ label, on, some, set }: { label: string; on: boolean; some?: boolean; set: (on: boolean) => void }) => (
  <label class="tick">
    <input
      type="checkbox"
      checked={on}
      indeterminate={some === true && !on}
      onChange={(e) => set(e.currentTarget.checked)}
    />
    <span>{label}</span>
  </label>
);

/** What can be done to all that are chosen, in one step. */
const Chosen = ({
  view,
  chosen,
  clear,
  subject,
  ...onCase
}: { view: CaseView; chosen: ReadonlySet<string>; clear: () => void; subject: string } & OnCase) => {
  const ids = idsOf(view.animals.filter((a) => chosen.has(a.id)));
  const open = openFor(view.animalActions, ids);
  const what = t('desk.animals.chosen', { count: ids.length, ids: rangesOf(ids, ', ') });
  return (
    <section class="card chosen" aria-live="polite" hidden={ids.length === 0}>
      <h2>{what}</h2>
      {open.length === 0 && <p class="quiet">{t('desk.animals.nothing-together')}</p>}
      <Actions key={ids.join()} of={open} subject={`${subject} · ${what}`} {...onCase} />
      <button type="button" class="button plain" onClick={clear}>
        {t('desk.animals.clear')}
      </button>
    </section>
  );
};

type Written = CaseView['log'];

/** What was written of some animals; of which, where it was not of all that stand together. */
export const Log = ({ of, among = 0 }: { of: Written; among?: number }) =>
  of.length === 0 ? null : (
    <details>
      <summary>{t('desk.log', { count: of.length })}</summary>
      {of.map((l) => (
        <div key={`${l.at} ${l.parts}`}>
          <p class="quiet">
            {wallClock(l.at)} {l.by} {among > 1 && l.parts && `(${rangesOf(l.parts, ', ')})`}
          </p>
          <Facts of={l.facts} />
        </div>
      ))}
    </details>
  );

/** What was written beside the case itself, and all that is older than what the page shows. */
export const CaseLog = ({ view, at }: { view: CaseView; at: string }) => {
  const [older, setOlder] = useState<Pick<CaseView, 'log' | 'logBefore'>>();
  const { log, logBefore } = older ?? { log: [], logBefore: view.logBefore };
  const more = async () => {
    const page = await get<Pick<CaseView, 'log' | 'logBefore'>>(
      `${at}/log?${new URLSearchParams({ before: logBefore ?? '' })}`,
    );
    setOlder({ log: [...page.log, ...log], logBefore: page.logBefore });
  };
  const own = view.log.filter((l) => !l.parts?.some((id) => view.animals.some((a) => a.id === id)));
  return (
    <>
      <Log of={[...log, ...own]} among={view.animals.length} />
      {logBefore && (
        <Press act={more} tone="plain">
          {t('desk.log.earlier')}
        </Press>
      )}
    </>
  );
};
