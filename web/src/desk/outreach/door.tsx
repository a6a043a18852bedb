import { useState } from 'preact/hooks';
import { fieldErrorText } from '../../../../shared/page.ts';
import { post, Refused } from '../api.ts';
import type { After } from '../live.tsx';
import { Choice } from '../pieces.tsx';
import { wallClock } from '../text.ts';
import { reasonOf } from '../trouble.ts';
import { Counter } from './counter.tsx';
import { forget, freshFor, keep, keptOrFresh, type Noting } from './noting.ts';
import { Questions } from './questions.tsx';
import { t } from './text.ts';
import type { CampaignView } from './views.ts';

interface DoorProps {
  of: CampaignView;
  after: After;
}

/** What is being noted, what was wrong with it, and how it is saved; what is tapped outlives a reload. */
const useNoting = ({ of, after }: DoorProps) => {
  const [noting, setNoting] = useState<Noting>(() => keptOrFresh(of));
  const [wrong, setWrong] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<Noting>) => {
    const next = { ...noting, ...part };
    keep(of.id, next);
    setNoting(next);
  };
  const save = async (e: SubmitEvent) => {
    e.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      await post(`/campaigns/${of.id}/actions/hold`, inputOf(noting), { 'idempotency-key': noting.key });
      forget(of.id);
      setWrong([]);
      setNoting({ ...freshFor(of), place: noting.place });
      await after(t('door.saved', { place: noting.place, people: noting.people }));
    } catch (error) {
      setWrong(reasonsOf(error));
    }
    setBusy(false);
  };
  return { noting, wrong, busy, change, save };
};

/** A session noted at the door, on a phone, in a few taps. */
export const Door = ({ of, after }: DoorProps) => {
  const { noting, wrong, busy, change, save } = useNoting({ of, after });
  return (
    <form class="card door" onSubmit={save} aria-busy={busy} aria-labelledby="door-title" noValidate>
      <h2 id="door-title">{t('door.title')}</h2>
      <Wrong of={wrong} />
      <Where of={of} noting={noting} change={change} />
      <Counters of={of} noting={noting} change={change} />
      <Questions of={noting.questions} topics={of.said.topics} change={(questions) => change({ questions })} />
      <When value={noting.when} change={(when) => change({ when })} />
      <TookPart of={of.door.members} chosen={noting.tookPart} change={(tookPart) => change({ tookPart })} />
      <p class="act">
        <button type="submit" class="button primary">
          {t('door.save')}
        </button>
      </p>
    </form>
  );
};

const Wrong = ({ of }: { of: string[] }) =>
  of.length === 0 ? null : (
    <div class="error" role="alert">
      {of.map((w) => (
        <p key={w}>{w}</p>
      ))}
    </div>
  );

const Counters = ({ of, noting, change }: PartProps) => (
  <>
    <Counter id="people" label={t('door.people')} value={noting.people} set={(people) => change({ people })} />
    {of.door.materials.map((m) => (
      <Counter
        key={m.value}
        id={`material-${m.value}`}
        label={m.label}
        value={noting.materials[m.value] ?? 0}
        set={(n) => change({ materials: { ...noting.materials, [m.value]: n } })}
      />
    ))}
  </>
);

interface PartProps {
  of: CampaignView;
  noting: Noting;
  change: (part: Partial<Noting>) => void;
}

const Where = ({ of, noting, change }: PartProps) => {
  const planned = of.sessionList.filter((s) => s.stage === 'planned');
  const choose = (session: string) =>
    change({ session, place: planned.find((s) => s.id === session)?.place ?? noting.place });
  const options = planned.map((s): [string, string] => [s.id, `${wallClock(s.at)} ${s.place}`]);
  return (
    <>
      {planned.length > 0 && (
        <Choice
          id="session"
          label={t('door.planned')}
          options={[['', t('door.unplanned')], ...options]}
          value={noting.session}
          choose={choose}
        />
      )}
      <div class="field">
        <label for="place">{t('desk.place')}</label>
        <input
          id="place"
          maxLength={60}
          autocomplete="off"
          value={noting.place}
          onInput={(e) => change({ place: e.currentTarget.value })}
        />
      </div>
    </>
  );
};

/** What was held earlier is noted with its time; at the door nobody needs to say it. */
const When = ({ value, change }: { value: string; change: (when: string) => void }) => (
  <details open={value !== ''}>
    <summary>{t('door.when')}</summary>
    <div class="field">
      <label for="when">{t('door.when-field')}</label>
      <input id="when" type="datetime-local" value={value} onInput={(e) => change(e.currentTarget.value)} />
    </div>
  </details>
);

interface TookPartProps {
  of: CampaignView['door']['members'];
  chosen: string[];
  change: (chosen: string[]) => void;
}

const TookPart = ({ of, chosen, change }: TookPartProps) => (
  <details>
    <summary>{[t('door.took-part'), chosen.length].join(' ')}</summary>
    <div class="ticks">
      {of.map((m) => (
        <label class="tick" key={m.value}>
          <input
            type="checkbox"
            checked={chosen.includes(m.value)}
            onChange={(e) =>
              change(e.currentTarget.checked ? [...chosen, m.value] : chosen.filter((id) => id !== m.value))
            }
          />
          <span>{m.label}</span>
        </label>
      ))}
    </div>
  </details>
);

/** What is sent: only what was tapped or written. */
const inputOf = ({ session, when, place, people, materials, questions, tookPart }: Noting) => ({
  ...(session ? { session } : {}),
  ...(when ? { at: `${when}:00+08:00` } : {}), // the pages' wall clock is Asia/Shanghai
  ...{ place, people, tookPart },
  materials: Object.entries(materials).flatMap(([kind, number]) => (number > 0 ? [{ kind, number }] : [])),
  questions: questions
    .filter((q) => q.asked.trim())
    .map(({ asked, answer, topic }) => ({ asked, ...(answer ? { answer } : {}), ...(topic ? { topic } : {}) })),
});

const FIELDS: Record<string, string> = {
  place: 'desk.place',
  at: 'door.when-field',
  people: 'door.people',
  questions: 'door.question',
};

const reasonsOf = (error: unknown): string[] => {
  const fields = error instanceof Refused ? error.fields : [];
  if (fields.length === 0) return [reasonOf(error)];
  return fields.map((f) => {
    const name = FIELDS[f.path.split('.')[0] ?? ''];
    return [name && t(name), fieldErrorText(f, t)].filter(Boolean).join(t.language === 'zh' ? '：' : ': ');
  });
};
