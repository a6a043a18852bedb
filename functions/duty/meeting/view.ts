import type { Actor } from '../../../shared/auth.ts';
import type { Translate } from '../../../shared/i18n.ts';
import { begin } from '../../../shared/workflow/decide.ts';
import type { LifeRecord } from '../../../shared/workflow/lifecycle.ts';
import { SYSTEM } from '../../../shared/workflow/lifecycle.ts';
import { openActions, staffDoer } from '../../../shared/workflow/open-actions.ts';
import { holidayName, workingDay } from '../../../shared/working-days.ts';
import { localDaysOf } from '../../directory/local-days.ts';
import { type Team, withPast } from '../people.ts';
import { meeting, meetingId } from './meeting.ts';
import { type MeetingData, type MeetingView, meetingStage } from './schema.ts';

/** A meeting with what the actor can do to it now; one that nobody has touched yet stands as it would begin. */
export const meetingViewOf = async (
  { data, record }: { data: MeetingData; record?: LifeRecord<MeetingData> },
  { team, actor, t, at }: { team: Team; actor: Actor; t: Translate; at: string },
): Promise<MeetingView> => {
  const { attended = [] } = data.held ?? {};
  const local = await localDaysOf(data.unit);
  const works = workingDay(data.date, local);
  const shown = record ?? begin(meeting, meetingId(data.unit, data.date), data, { type: 'composed', at, by: SYSTEM });
  const code = meetingStage.parse(shown.state);
  const members = team.members.map((m) => ({ value: m.email, label: m.name }));
  const options = async () => ({ attended: members, 'decisions.who': members });
  return {
    ...{ ...data, id: record?.id, version: record?.version, workingDay: works, holiday: holidayName(data.date, local) },
    stage: { code, text: t(`meeting.stage.${code}`) },
    attended: attended.map((await withPast(team, attended)).named),
    lines: data.lines.map((l) => ({ ...l, kindText: t(`line.${l.kind}`) })),
    actions: works ? await openActions(meeting, shown, staffDoer(actor), t, { options }) : [],
  };
};
