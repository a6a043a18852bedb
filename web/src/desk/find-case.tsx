import { useState } from 'preact/hooks';
import { get } from './api.ts';
import { deskPath, t } from './text.ts';
import { reasonOf } from './trouble.ts';
import type { CaseCard } from './views.ts';

/** To the case of a number, as people read it out to each other. */
export const FindCase = () => {
  const [trouble, setTrouble] = useState<string>();
  const find = async (e: SubmitEvent) => {
    e.preventDefault();
    const number = String(new FormData(e.target as HTMLFormElement).get('number') ?? '').trim();
    if (number) setTrouble(await goTo(number));
  };
  return (
    <search class="find">
      <form onSubmit={find}>
        <div class={trouble ? 'field wrong' : 'field'}>
          <label for="number">{t('desk.number')}</label>
          <div class="beside">
            <input
              id="number"
              name="number"
              autocomplete="off"
              autocapitalize="characters"
              placeholder="W26-540423-0001"
              aria-describedby={trouble && 'number-error'}
              aria-invalid={trouble ? 'true' : undefined}
            />
            <button type="submit" class="button">
              {t('desk.find')}
            </button>
          </div>
          <p class="error" id="number-error" role="status">
            {trouble}
          </p>
        </div>
      </form>
    </search>
  );
};

/** Leaves for the case; answers why not where that is not possible. */
const goTo = async (number: string): Promise<string | undefined> => {
  try {
    const [found] = (await get<{ cases: CaseCard[] }>(`/cases?${new URLSearchParams({ number })}`)).cases;
    if (!found) return t('desk.not-found');
    location.assign(deskPath(`case/?id=${found.id}`));
  } catch (e) {
    return reasonOf(e);
  }
};
