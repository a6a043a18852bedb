import { Choice } from '../pieces.tsx';
import type { Asked } from './noting.ts';
import { t } from './text.ts';

interface QuestionsProps {
  of: Asked[];
  topics: string[];
  change: (questions: Asked[]) => void;
}

const MOST = 20;

/** What people asked and what was answered, one below the other. */
export const Questions = ({ of, topics, change }: QuestionsProps) => {
  const set = (at: number, part: Partial<Asked>) => change(of.map((q, i) => (i === at ? { ...q, ...part } : q)));
  return (
    <>
      {of.map((q, i) => (
        <fieldset class="group" key={String(i)}>
          <legend>{[t('door.question'), i + 1].join(' ')}</legend>
          <p class="hint">{t('door.public')}</p>
          <Text
            id={`asked-${i}`}
            label={t('door.question')}
            value={q.asked}
            max={200}
            set={(asked) => set(i, { asked })}
          />
          <Text
            id={`answer-${i}`}
            label={t('door.answer')}
            value={q.answer}
            max={600}
            set={(answer) => set(i, { answer })}
          />
          {topics.length > 0 && (
            <Choice
              id={`topic-${i}`}
              label={t('door.topic')}
              options={[['', t('door.no-topic')], ...topics.map((x): [string, string] => [x, x])]}
              value={q.topic}
              choose={(topic) => set(i, { topic })}
            />
          )}
        </fieldset>
      ))}
      {of.length < MOST && (
        <p>
          <button
            type="button"
            class="button plain"
            onClick={() => change([...of, { asked: '', answer: '', topic: '' }])}
          >
            {t('door.add-question')}
          </button>
        </p>
      )}
    </>
  );
};

interface TextProps {
  id: string;
  label: string;
  value: string;
  max: number;
  set: (value: string) => void;
}

const Text = ({ id, label, value, max, set }: TextProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <textarea id={id} rows={2} maxLength={max} value={value} onInput={(e) => set(e.currentTarget.value)} />
  </div>
);
