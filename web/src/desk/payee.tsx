import { useState } from 'preact/hooks';
import { Actions } from './actions.tsx';
import { get } from './api.ts';
import type { After } from './live.tsx';
import { Facts, Panel } from './pieces.tsx';
import { t } from './text.ts';
import type { Labelled, OpenAction } from './views.ts';

/** Who is paid and how: shown for a stated reason, which is put on record, and only until the page is left. */
export const Payee = ({ at, subject, after }: { at: string; subject: string; after: After }) => {
  const [shown, setShown] = useState<Labelled[]>();
  const read = async (_: OpenAction, input: unknown) => {
    const asked = new URLSearchParams(input as Record<string, string>);
    setShown((await get<{ facts: Labelled[] }>(`${at}/payee?${asked}`)).facts);
  };
  return (
    <>
      <Actions of={[reading]} perform={read} subject={subject} after={after} />
      {shown && (
        <Panel title={t('desk.payee')}>
          <Facts of={shown} />
        </Panel>
      )}
    </>
  );
};

const reading: OpenAction = {
  action: 'read-payee',
  label: t('desk.read-payee'),
  tone: 'plain',
  input: {
    type: 'object',
    required: ['reason'],
    properties: {
      reason: { type: 'string', maxLength: 200, title: t('field.reason'), description: t('desk.read-payee.hint') },
    },
  },
};
