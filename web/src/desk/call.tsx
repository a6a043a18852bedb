import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { JsonSchema } from '../../../shared/form.ts';
import { newReceipt } from '../browser/receipt.ts';
import { ActionForm } from './actions.tsx';
import { get, post, Refused } from './api.ts';
import { Loaded, useLoaded } from './loaded.tsx';
import { Choice, Panel } from './pieces.tsx';
import { deskPath, language, t } from './text.ts';
import type { CaseCard, OpenAction } from './views.ts';

/** Somebody is on the telephone: who calls, what is open under the number, what it is about, the receipt to read back. */

interface Types {
  types: { type: string; title: string }[];
}

interface Asked {
  type: string;
  form: JsonSchema;
  options: OpenAction['options'];
}

interface Taken {
  id: string;
  readBack: string;
}

type Known = Pick<CaseCard, 'id' | 'number' | 'stage' | 'unit'> & Partial<CaseCard>;

const inLanguage = `lang=${language}`;

export const Call = () => {
  const [taken, setTaken] = useState<Taken>();
  return (
    <>
      <h1>{t('desk.call')}</h1>
      {taken ? <ReadBack of={taken} next={() => setTaken(undefined)} /> : <TakeDown done={setTaken} />}
    </>
  );
};

const TakeDown = ({ done }: { done: (taken: Taken) => void }) => {
  const [phone, setPhone] = useState('');
  const [type, setType] = useState('');
  const types = useLoaded<Types>(`/intake/forms?${inLanguage}`);
  return (
    <Loaded of={types}>
      {({ types: all }) => (
        <>
          <Caller known={setPhone} />
          <Choice
            id="type"
            label={t('desk.call.type')}
            options={[['', t('form.choose')], ...all.map((x): [string, string] => [x.type, x.title])]}
            value={type}
            choose={setType}
          />
          {type && <Report key={`${type} ${phone}`} type={type} phone={phone} done={done} />}
        </>
      )}
    </Loaded>
  );
};

/** A mobile number is whole as it is typed; any other is looked up once it is left. */
const MOBILE = /^(86)?1\d{10}$/;
const FEWEST = 5;

const casesUnder = async (phone: string): Promise<Known[]> =>
  (await get<{ cases: Known[] }>(`/intake/caller?${new URLSearchParams({ phone, lang: language })}`)).cases;

const digitsOf = (e: Event): string => (e.target as HTMLInputElement).value.replace(/\D/g, '');

/** The number first: what is open under it appears before anybody types a word more. */
const Caller = ({ known }: { known: (phone: string) => void }) => {
  const [cases, setCases] = useState<Known[]>();
  const looked = useRef('');
  const look = async (e: Event) => {
    const phone = (e.target as HTMLInputElement).value.trim();
    known(phone);
    if (phone === looked.current) return; // each look is on record
    looked.current = phone;
    setCases(undefined);
    if (digitsOf(e).length < FEWEST) return;
    const found = await casesUnder(phone).catch(() => undefined); // a call is taken down without it
    if (looked.current === phone) setCases(found);
  };
  const typed = (e: Event) => void (MOBILE.test(digitsOf(e)) && look(e));
  return (
    <>
      <div class="field">
        <label for="caller">{t('desk.call.phone')}</label>
        <input id="caller" type="tel" inputmode="tel" autocomplete="off" onInput={typed} onChange={look} />
      </div>
      <div role="status">{cases && <OpenCases of={cases} />}</div>
    </>
  );
};

const OpenCases = ({ of }: { of: Known[] }) =>
  of.length === 0 ? (
    <p class="quiet">{t('desk.call.none')}</p>
  ) : (
    <Panel title={t('desk.call.open')}>
      <ul>
        {of.map((c) => (
          <li key={c.id}>
            <a href={deskPath(`case/?id=${c.id}`)}>{[c.number, c.title].filter(Boolean).join(' · ')}</a>{' '}
            <span class="tag">{c.stage.text}</span> <span class="quiet">{c.unit?.name}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );

interface ReportProps {
  type: string;
  phone: string;
  done: (taken: Taken) => void;
}

const Report = ({ type, phone, done }: ReportProps) => {
  const loaded = useLoaded<Asked>(`/intake/forms/${encodeURIComponent(type)}?${inLanguage}`);
  const values = useMemo(() => ({ reporter: { phone: phone || undefined }, language }), [phone]);
  const [receipt] = useState(newReceipt); // sent again after a lost answer it is one case
  const [before, setBefore] = useState<TakenBefore>();
  const send = async (input: unknown) => {
    const again = before ? '?again=1' : ''; // pressed once more, it is another matter
    try {
      done(await post<Taken>(`/intake/${encodeURIComponent(type)}${again}`, input, { 'idempotency-key': receipt }));
    } catch (e) {
      if (!(e instanceof Refused && e.code === 'call-taken')) throw e;
      setBefore({ case: String(e.problem.case), by: String(e.problem.by) });
    }
  };
  return (
    <>
      <Loaded of={loaded}>{(asked) => <Form asked={asked} values={values} send={send} />}</Loaded>
      {before && <ByColleague of={before} />}
    </>
  );
};

/** Who has taken the same call down just now, and as which case. */
interface TakenBefore {
  case: string;
  by: string;
}

/** Below the button that was pressed, in sight. */
const ByColleague = ({ of }: { of: TakenBefore }) => {
  const told = useRef<HTMLElement>(null);
  useEffect(() => told.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <section class="card alarm" role="alert" ref={told}>
      <p>{t('desk.call.taken', { who: of.by })}</p>
      <p>
        <a href={deskPath(`case/?id=${of.case}`)}>{t('desk.call.taken.open')}</a>
      </p>
    </section>
  );
};

interface FormProps {
  asked: Asked;
  values: unknown;
  send: (input: unknown) => Promise<void>;
}

const Form = ({ asked, values, send }: FormProps) => {
  const action = useMemo(
    (): OpenAction => ({
      ...{ action: asked.type, label: t('desk.call.save'), tone: 'primary', input: { ...asked.form } },
      options: asked.options,
    }),
    [asked],
  );
  return <ActionForm action={action} values={values} send={send} />;
};

const ReadBack = ({ of, next }: { of: Taken; next: () => void }) => (
  <section class="card good" role="status">
    <p>{t('desk.call.read')}</p>
    <p class="receipt">{of.readBack}</p>
    <p class="act">
      <button type="button" class="button" onClick={next}>
        {t('desk.call.next')}
      </button>
      <a class="button plain" href={deskPath(`case/?id=${of.id}`)}>
        {t('desk.case')}
      </a>
    </p>
  </section>
);
