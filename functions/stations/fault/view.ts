import type * as z from 'zod';
import type { Actor } from '../../../shared/auth.ts';
import type { Language } from '../../../shared/fields.ts';
import { openActions, staffDoer } from '../../../shared/workflow/open-actions.ts';
import { nameIn } from '../../directory/views.ts';
import { station as stationOf } from '../lookup.ts';
import { facilityName, wordsIn } from '../words.ts';
import { cardOf, type Fault, fault } from './fault.ts';
import type { FaultCard, FaultView, faultRow } from './schema.ts';

/** What the desk is told of faults. */

export const faultRowOf = (card: FaultCard, stationName: string, language: Language): z.infer<typeof faultRow> => {
  const t = wordsIn(language);
  return {
    ...card,
    ...{ stationName, facilityText: facilityName(card.facility, t) },
    ...{ troubleText: t(`choice.trouble.${card.trouble}`), stageText: t(`fault.stage.${card.stage}`) },
  };
};

/** A fault with its reports, and what the actor can do to it now. */
export const faultViewOf = async (record: Fault, actor: Actor, language: Language): Promise<FaultView> => {
  const t = wordsIn(language);
  const { data, version } = record;
  const station = await stationOf(data.station);
  return {
    ...faultRowOf(cardOf(record), station ? nameIn(station, language) : data.station, language),
    ...{ version, acknowledged: data.acknowledged, closed: data.closed },
    reports: data.reports.map((r) => ({ ...r, troubleText: t(`choice.trouble.${r.trouble}`) })),
    actions: await openActions(fault, record, staffDoer(actor), t),
  };
};
