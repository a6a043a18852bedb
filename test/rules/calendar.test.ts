import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { type Event, icsOf, personEvents, unitEvents } from '../../functions/duty/calendar/feed.ts';
import { vtimezone } from '../../functions/duty/calendar/zone.ts';
import { begun, remembered, withPause, withSwap } from '../../functions/duty/changes.ts';
import { messages } from '../../functions/duty/messages.ts';
import { turns } from '../../functions/duty/rules.ts';
import type { Rota, WeekRule } from '../../functions/duty/schema.ts';
import { startOf, weeksFrom } from '../../functions/duty/week.ts';
import { instantOf } from '../../shared/calendar.ts';
import { translator } from '../../shared/i18n.ts';

const t = translator('zh', messages);
const MONDAY: WeekRule = { day: 1, time: '09:00', zone: 'Asia/Shanghai' };
const names = ['次旦卓玛', '刘晓燕', '扎西平措', '普布次仁'];
const people = names.map((_, i) => `p${i}@x.example`);
const START = '2026-11-30';
const AT = instantOf('2026-12-01', '12:00');

const about = (rota: Rota, standIns = new Map<string, number>()) => ({
  ...{ rota, turns: turns(rota, START, 8), standIns, unitName: '加荣社区', t },
  nameOf: (id: string) => names[people.indexOf(id)] ?? id,
});

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent').map((e) => new ICAL.Event(e));
  const status = (e: ICAL.Event) => String(e.component.getFirstPropertyValue('status'));
  return { calendar, events, status };
};

describe('a feed', () => {
  const rota = begun('jiarong-community', START, people, MONDAY);

  test('is a calendar that another program reads back as it was meant', () => {
    const text = icsOf('加荣社区轮值', unitEvents(about(rota)), rota, t);
    expect(text.split('\r\n').every((l) => Buffer.byteLength(l) <= 75)).toBe(true);
    const { calendar, events, status } = read(text);
    const stamps = text.match(/^(DTSTAMP|LAST-MODIFIED):.*$/gm) ?? [];
    expect([stamps.length, stamps.filter((l) => !/:\d{8}T\d{6}Z$/.test(l))]).toEqual([16, []]);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(events).toHaveLength(8);
    expect(new Set(events.map((e) => e.uid)).size).toBe(8);
    expect(events.map((e) => e.summary)).toEqual([...names, ...names].map((n) => `轮值书记：${n}（加荣社区）`));
    expect(events.every((e) => status(e) === 'CONFIRMED')).toBe(true);
    expect(events.map((e) => e.startDate.toJSDate().toISOString())).toEqual(
      weeksFrom(START, 8).map((w) => startOf(w, MONDAY)),
    );
  });

  test('a name with commas, semicolons and line breaks does no harm', () => {
    const nasty = { ...about(rota), unitName: 'a,b;c\nEND:VEVENT\\', nameOf: () => 'x'.repeat(120) };
    const { events } = read(icsOf('n', unitEvents(nasty), rota, t));
    expect(events).toHaveLength(8);
    expect(events[0]?.summary).toContain('a,b;c\nEND:VEVENT\\');
  });

  test('a pause cancels the week’s event; every later version has a higher sequence', () => {
    const paused = remembered(rota, withPause(rota, '2026-12-14', '集中培训', AT), AT);
    const { events, status } = read(icsOf('n', unitEvents(about({ ...paused, version: 1 })), paused, t));
    const week = events.find((e) => e.startDate.toString() === '2026-12-14T09:00:00');
    expect(week && status(week)).toBe('CANCELLED');
    expect(week?.sequence).toBe(1);
    expect(week?.component.getAllSubcomponents('valarm')).toEqual([]);
  });

  test('who lost a week by a swap or a pause sees it cancelled, and once it is back, confirmed again', () => {
    const swapped = withSwap(rota, { id: 's', weeks: ['2026-12-07', '2026-12-21'] }, AT);
    const status = (r: Rota, week: string) =>
      personEvents('p1@x.example', about(r)).find((e) => e.week === week)?.cancelled;
    expect(status(rota, '2026-12-07')).toBe(false);
    expect(status(swapped, '2026-12-07')).toBe(true);
    expect(status(swapped, '2026-12-21')).toBe(false);
    const paused = remembered(rota, withPause(rota, '2026-12-07', 'x', AT), AT);
    expect(status(paused, '2026-12-07')).toBe(true);
    const back = remembered(paused, { ...paused, pauses: [] }, AT);
    expect(back.lost.filter((l) => l.who === 'p1@x.example' && l.week === '2026-12-07')).toEqual([]);
    expect(status(back, '2026-12-07')).toBe(false);
  });

  test('a stand-in raises the sequence of the week alone', () => {
    const events = unitEvents(about({ ...rota, version: 4 }, new Map([[START, 2]])));
    expect(events.map((e) => e.sequence)).toEqual([6, 4, 4, 4, 4, 4, 4, 4]);
  });
});

describe('zones', () => {
  const events = (first: string): Event[] =>
    weeksFrom(first, 60).map((week) => ({ uid: week, week, summary: week, cancelled: false, sequence: 0 }));

  test.each([
    ['Europe/Berlin', '2026-01-04', 7, '03:00'], // the very minute at which clocks change; one that comes twice is the first by RFC 5545, ical.js takes the second
    ['America/New_York', '2026-01-05', 1, '09:00'],
    ['Australia/Lord_Howe', '2026-01-05', 1, '09:00'],
    ['Asia/Shanghai', '2026-01-05', 1, '09:00'],
    ['Asia/Kathmandu', '2026-01-05', 1, '09:00'],
  ])('in %s every week begins at the same instant for who reads the feed', (zone, first, day, time) => {
    const rule = { day, time, zone };
    const rota = { week: rule, changedAt: AT };
    const read_ = read(icsOf('n', events(first), rota, t)).events;
    const begins = read_.map((e) => e.startDate.toJSDate().toISOString());
    expect(begins).toEqual(weeksFrom(first, 60).map((w) => startOf(w, rule)));
  });

  test('a zone without summer time is told in one line, one with it by its changes', () => {
    const year = ['2026-01-01T00:00:00.000Z', '2026-12-31T00:00:00.000Z'] as const;
    expect(vtimezone('Asia/Shanghai', ...year).match(/BEGIN:STANDARD/g)).toHaveLength(1);
    const berlin = vtimezone('Europe/Berlin', ...year);
    expect(berlin).toContain('BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200');
    expect(berlin).toContain('BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100');
  });
});
