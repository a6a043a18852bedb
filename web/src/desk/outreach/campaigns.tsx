import { Actions } from '../actions.tsx';
import { post } from '../api.ts';
import { pathTo } from '../community/place.tsx';
import { Row } from '../community/rows.tsx';
import { Live } from '../live.tsx';
import type { OpenAction } from '../views.ts';
import { InUnit } from './place.tsx';
import { t } from './text.ts';
import type { CampaignRow } from './views.ts';

interface Answer {
  campaigns: CampaignRow[];
  forms: OpenAction[];
}

/** The campaigns of a unit; those in which nothing was held for long stand out. */
export const Campaigns = () => (
  <InUnit view="campaigns" title={t('desk.campaigns')}>
    {(unit) => (
      <Live<Answer> at={`/campaigns/units/${unit}`}>
        {({ campaigns, forms }, after) => (
          <>
            <Actions
              of={forms}
              perform={(_, input) => post(`/campaigns/units/${unit}`, input)}
              subject={t('desk.campaigns')}
              after={after}
            />
            {campaigns.length === 0 && <p class="quiet">{t('desk.no-campaigns')}</p>}
            <ul class="queue">
              {campaigns.map((c) => (
                <Listed key={c.id} of={c} />
              ))}
            </ul>
          </>
        )}
      </Live>
    )}
  </InUnit>
);

const Listed = ({ of: c }: { of: CampaignRow }) => (
  <Row href={pathTo('campaign', { id: c.id })} alarm={c.stage === 'quiet'}>
    <span class="line">
      <strong>{c.name}</strong> <span class="tag">{c.stageText}</span>
    </span>
    <span class="line quiet">
      <span>{t('desk.period', { from: c.from, until: c.until })}</span>
      <span>{t('desk.reached', { sessions: c.sessions, people: c.people })}</span>
    </span>
  </Row>
);
