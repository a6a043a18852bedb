import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { duty, FIRST, OUTSIDER, rota, THIS, unit, whoIn } from '../support/duty.ts';

/** The rota in people’s own calendars. */

const { records } = await import('../../shared/reads.ts');
const { keys } = await import('../../shared/keys.ts');

describe('calendars', () => {
  const read = (text: string) => {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return { calendar, events: calendar.getAllSubcomponents('vevent').map((e) => new ICAL.Event(e)) };
  };
  const make = async (as: string, scope: string) =>
    (await duty('POST /duty/{unit}/calendars', { as, ...unit, body: { scope } })).body;
  const fetch_ = (address: string) =>
    duty('GET /calendar/{file}', { params: { file: address.slice(address.lastIndexOf('/') + 1) } });

  test('a community’s: each week with zone, alarm, and who serves', async () => {
    const { address } = await make(FIRST, 'unit');
    const { status, headers, text } = await fetch_(address);
    expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'text/calendar; charset=utf-8' });
    const { calendar, events } = read(text);
    const zone = calendar.getFirstSubcomponent('vtimezone');
    expect(zone?.getFirstPropertyValue('tzid')).toBe('Asia/Shanghai');
    const present = events.find((e) => e.startDate.toString() === '2026-11-23T09:00:00');
    expect(present?.endDate.toString()).toBe('2026-11-30T09:00:00');
    expect(present?.startDate.toJSDate().toISOString()).toBe('2026-11-23T01:00:00.000Z');
    expect(present?.summary).toContain('轮值书记');
    const alarm = present?.component.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-P1D');
  });

  test('a person’s: a week that went to somebody else is cancelled by a later version of the same event', async () => {
    const { turns } = await rota();
    const [a, cover] = [turns[3], turns[8]];
    const { address } = await make(a.who.id, 'person');
    const find = async () => {
      const { events } = read((await fetch_(address)).text);
      return events.find((e) => e.startDate.toString().startsWith(a.week));
    };
    const before = await find();
    expect(before?.component.getFirstPropertyValue('status')).toBe('CONFIRMED');
    const body = { week: a.week, by: cover.who.id };
    expect((await duty('POST /duty/{unit}/covers', { as: cover.who.id, ...unit, body })).status).toBe(200);
    const after = await find();
    expect(after?.uid).toBe(before?.uid);
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });

  test('an address that is revoked, guessed or no address at all shows nothing', async () => {
    const { address, calendar } = await make(FIRST, 'person');
    const gone = { as: FIRST, params: { id: calendar.id } };
    expect((await duty('DELETE /duty/calendars/{id}', { ...gone, as: await whoIn(THIS) })).status).toBe(404);
    expect((await duty('DELETE /duty/calendars/{id}', gone)).status).toBe(204);
    expect((await duty('DELETE /duty/calendars/{id}', gone)).status).toBe(404);
    for (const a of [address, `/${'0'.repeat(40)}.ics`, '/x.ics', '/../../etc'])
      expect(await fetch_(a), a).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await duty('GET /duty/calendars', { as: FIRST })).body.calendars).toHaveLength(1);
    expect((await duty('POST /duty/{unit}/calendars', { as: OUTSIDER, ...unit, body: {} })).status).toBe(403);
    expect(JSON.stringify(await records.item(keys.feed(calendar.id)))).not.toContain(address.slice(-44, -4));
  });
});
