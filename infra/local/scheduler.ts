import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { arn } from './names.ts';
import type { Schedule, Schedules } from './schedules.ts';
import { answer, bodyOf, refusal } from './wire.ts';

/** EventBridge Scheduler's API for single schedules, as its REST protocol has it. */

const created = z.object({
  GroupName: z.string().default('default'),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  FlexibleTimeWindow: z.object({ Mode: z.string() }),
  Target: z.object({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().default('{}'),
    DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  }),
});

export const answerScheduler = async (
  schedules: Schedules,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://scheduler');
  const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '');
  const group = url.searchParams.get('groupName') ?? 'default';
  const body = (await bodyOf(request)).toString();
  await answer(response, () => {
    switch (request.method) {
      case 'POST':
        return create(schedules, name, JSON.parse(body));
      case 'GET':
        return described(found(schedules, group, name));
      case 'DELETE':
        found(schedules, group, name);
        schedules.remove(group, name);
        return {};
      default:
        throw refusal(400, 'ValidationException', `${request.method} is not offered on this machine`);
    }
  });
};

const create = (schedules: Schedules, name: string, body: unknown): unknown => {
  const given = created.safeParse(body);
  if (!given.success || !/^[0-9a-zA-Z-_.]{1,64}$/.test(name))
    throw refusal(400, 'ValidationException', given.error?.message ?? `Invalid name ${name}`);
  const s = given.data;
  if (!schedules.groups.has(s.GroupName))
    throw refusal(404, 'ResourceNotFoundException', `Schedule group ${s.GroupName} does not exist.`);
  if (schedules.find(s.GroupName, name)) throw refusal(409, 'ConflictException', `Schedule ${name} already exists.`);
  try {
    schedules.put(s.GroupName, name, {
      expression: s.ScheduleExpression,
      zone: s.ScheduleExpressionTimezone,
      remove: s.ActionAfterCompletion === 'DELETE',
      fixed: false,
      target: { arn: s.Target.Arn, input: s.Target.Input, deadLetters: s.Target.DeadLetterConfig?.Arn },
    });
  } catch (e) {
    if (e instanceof RangeError) throw refusal(400, 'ValidationException', e.message);
    throw e;
  }
  return { ScheduleArn: arnOf(s.GroupName, name) };
};

const found = (schedules: Schedules, group: string, name: string): Schedule => {
  const schedule = schedules.find(group, name);
  if (!schedule) throw refusal(404, 'ResourceNotFoundException', `Schedule ${name} does not exist.`);
  return schedule;
};

const arnOf = (group: string, name: string): string => arn('scheduler', `schedule/${group}/${name}`);

const described = (s: Schedule): unknown => ({
  Arn: arnOf(s.group, s.name),
  Name: s.name,
  GroupName: s.group,
  ScheduleExpression: s.expression,
  ScheduleExpressionTimezone: s.zone,
  State: 'ENABLED',
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: s.remove ? 'DELETE' : 'NONE',
  Target: { Arn: s.target.arn, Input: s.target.input },
});
