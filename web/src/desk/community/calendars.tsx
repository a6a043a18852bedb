import { useState } from 'preact/hooks';
import type { Feed } from '../../../../functions/duty/calendar/addresses.ts';
import { post, remove } from '../api.ts';
import { type After, Live } from '../live.tsx';
import { Panel } from '../pieces.tsx';
import { Press } from '../press.tsx';
import { language, wallClock } from '../text.ts';
import { t } from './text.ts';

/** Calendar addresses: made here, shown once, copied into a phone's calendar, revoked when they are lost. */
export const Calendars = ({ unit }: { unit: string }) => (
  <Panel title={t('desk.calendar')}>
    <p class="quiet">{t('desk.calendar.text')}</p>
    <Live<{ calendars: Feed[] }> at="/duty/calendars">
      {({ calendars }, after) => <View of={calendars.filter((c) => c.unit === unit)} unit={unit} after={after} />}
    </Live>
  </Panel>
);

const View = ({ of, unit, after }: { of: Feed[]; unit: string; after: After }) => {
  const [address, setAddress] = useState<string>();
  const make = async (scope: Feed['scope']) => {
    const made = await post<{ address: string }>(`/duty/${unit}/calendars`, { scope, language });
    setAddress(made.address);
    await after(t('desk.saved', { what: t(`desk.calendar.${scope}`) }));
  };
  const revoke = async (id: string) => {
    await remove(`/duty/calendars/${id}`);
    setAddress(undefined);
    await after(t('desk.calendar.revoked'));
  };
  return (
    <>
      {address && <Address of={address} />}
      <ul class="entries">
        {of.map((c) => (
          <li class="line" key={c.id}>
            <span>{t(`desk.calendar.${c.scope}`)}</span>
            <span class="quiet">{t('desk.calendar.created', { time: wallClock(c.createdAt) })}</span>
            <Press tone="danger" act={() => revoke(c.id)}>
              {t('desk.calendar.revoke')}
            </Press>
          </li>
        ))}
      </ul>
      <ul class="buttons">
        {(['person', 'unit'] as const).map((scope) => (
          <li key={scope}>
            <Press tone="plain" act={() => make(scope)}>
              {t(`desk.calendar.new-${scope}`)}
            </Press>
          </li>
        ))}
      </ul>
    </>
  );
};

const Address = ({ of }: { of: string }) => {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(of);
    setCopied(true);
  };
  return (
    <div class="field">
      <label for="calendar">{t('desk.calendar.address')}</label>
      <input id="calendar" readOnly value={of} onFocus={(e) => e.currentTarget.select()} />
      <p class="act">
        <button type="button" class="button" onClick={() => void copy()}>
          {t(copied ? 'desk.calendar.copied' : 'desk.calendar.copy')}
        </button>
      </p>
    </div>
  );
};
