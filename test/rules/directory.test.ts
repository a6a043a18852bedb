import { describe, expect, test } from 'vitest';
import { checkDivision, checkPerson, checkRoute, checkUnit } from '../../functions/directory/administration.ts';
import { ancestorsIn, areaPrefixes, covers, leads, membershipsOf } from '../../functions/directory/rules.ts';
import { divisionOf, type ListedRoute, type Staff, type Unit, unit } from '../../functions/directory/schema.ts';
import type { Actor, Role } from '../../shared/auth.ts';
import { isDomainError } from '../../shared/errors.ts';

const made = (id: string, areas: string[], parent?: string, kind = 'bureau'): Unit =>
  unit.parse({ id, kind, name: { zh: id }, areas, parent });

const units = new Map(
  [
    made('region', ['54'], undefined, 'platform'),
    made('medog', ['540423'], 'region'),
    made('beibeng', ['540423206'], 'medog'),
    made('dexing', ['540423205'], 'medog'),
    made('bomi', ['540424'], 'region'),
    made('wide', ['54'], 'medog'),
    made('tips', ['540423'], 'medog'),
    made('loop-a', ['540423'], 'loop-b'),
    made('loop-b', ['540423'], 'loop-a'),
  ].map((u) => [u.id, u]),
);

const actor = (...roles: [string, Role][]): Actor => ({
  id: 'me@x.example',
  name: 'me',
  roles: roles.map(([u, role]) => ({ unit: u, role })),
});
const medogAdmin = actor(['medog', 'admin']);
const regionAdmin = actor(['region', 'admin']);
const tipsAdmin = actor(['tips', 'admin']);
const official = actor(['medog', 'official']);
const tipUnits = new Set(['tips']);

const isArea = (code: string) => /^54(04(23(20[0-6])?|24)?)?$/.test(code);

/** What a check refuses: the error's code, or the first field's path and code. */
const refusal = (check: () => void): string | undefined => {
  try {
    check();
    return undefined;
  } catch (e) {
    if (!isDomainError(e)) throw e;
    const [field] = e.fields;
    return field ? `${field.path}: ${field.code}` : e.code;
  }
};

describe('areas', () => {
  test.each([
    ['540423206', ['540423206', '540423', '5404', '54', '*']],
    ['540423', ['540423', '5404', '54', '*']],
    ['54', ['54', '*']],
  ])('of %s are tried smallest first', (area, prefixes) => expect(areaPrefixes(area)).toEqual(prefixes));

  test.each([
    [['5404'], '540423', true],
    [['540423'], '540423', true],
    [['540423206'], '540423', false],
    [['540424', '540423'], '540423205', true],
    [['540423'], '*', false],
    [['54'], '*', true],
    [[], '54', false],
  ])('%j cover %s: %s', (areas, area, expected) => expect(covers(areas, area)).toBe(expected));
});

describe('the units above', () => {
  test('are nearest first', () => expect(ancestorsIn(units, 'beibeng')).toEqual(['medog', 'region']));
  test('end where a circle would close', () => expect(ancestorsIn(units, 'loop-a')).toEqual(['loop-b']));
  test('are none for an unknown unit', () => expect(ancestorsIn(units, 'nobody')).toEqual([]));
  test('lead by their kind', () =>
    expect([leads('bureau'), leads('union'), leads('ranger-team'), leads('station')]).toEqual([
      true,
      true,
      false,
      false,
    ]));
});

test('a person is in each unit what the grants say', () => {
  const p = {
    email: 'a@x.example',
    name: '甲',
    active: true,
    roles: [...actor(['medog', 'official'], ['bomi', 'admin'], ['medog', 'admin']).roles],
  };
  expect([...membershipsOf(p)].map(([u, m]) => [u, m.roles])).toEqual([
    ['medog', ['official', 'admin']],
    ['bomi', ['admin']],
  ]);
});

test.each([
  ['540423206', 'township', '540423'],
  ['540423', 'county', '5404'],
  ['5404', 'prefecture', '54'],
  ['54', 'region', undefined],
])('division %s is a %s under %s', (code, level, parent) =>
  expect(divisionOf(code, '名')).toMatchObject({ level, parent }),
);

describe('a unit’s edit', () => {
  const check = (who: Actor, after: Unit, { fresh = false, routes = [] as ListedRoute[] } = {}) =>
    refusal(() =>
      checkUnit(who, { before: fresh ? undefined : units.get(after.id), after, known: units, isArea, routes }),
    );
  const beibeng = units.get('beibeng') as Unit;
  const medog = units.get('medog') as Unit;
  const leadsHere: ListedRoute = { type: 'wildlife', area: '540423206', unit: 'beibeng' };

  test.each<[string, Actor, Unit, string | undefined, object?]>([
    ['an admin of the unit above may', medogAdmin, { ...beibeng, name: { zh: '新名' } }, undefined],
    ['an admin of the unit itself may', actor(['beibeng', 'admin']), { ...beibeng, name: { zh: '新名' } }, undefined],
    ['an official may not', official, beibeng, 'not-admin'],
    ['an admin of a sister unit may not', actor(['dexing', 'admin']), beibeng, 'not-admin'],
    ['an admin below may not edit the unit above', actor(['beibeng', 'admin']), medog, 'not-admin'],
    [
      'areas stay within those of the admin’s unit',
      medogAdmin,
      { ...beibeng, areas: ['540423206', '540424'] },
      'areas.1: outside-your-areas',
    ],
    [
      'a unit cannot widen its own areas',
      actor(['beibeng', 'admin']),
      { ...beibeng, areas: ['540423'] },
      'areas.0: outside-your-areas',
    ],
    ['the unit above can widen them', medogAdmin, { ...beibeng, areas: ['540423'] }, undefined],
    ['areas must exist', medogAdmin, { ...beibeng, areas: ['540423206', '540423299'] }, 'areas.1: unknown-area'],
    ['a parent must exist', regionAdmin, { ...beibeng, parent: 'nowhere' }, 'parent: unknown-unit'],
    ['a unit is not its own parent', regionAdmin, { ...beibeng, parent: 'beibeng' }, 'parent: cycle'],
    ['nor the parent of its parent', regionAdmin, { ...medog, parent: 'beibeng' }, 'parent: cycle'],
    ['moving needs both parents', medogAdmin, { ...beibeng, parent: 'bomi' }, 'not-admin'],
    ['an admin above both may move it', regionAdmin, { ...beibeng, parent: 'bomi' }, undefined],
    [
      'a unit cannot leave its parent by itself',
      actor(['beibeng', 'admin']),
      { ...beibeng, parent: undefined },
      'not-admin',
    ],
    ['a new unit stands below the admin’s', medogAdmin, made('new', ['540423'], 'medog'), undefined, { fresh: true }],
    ['a platform is made by the platform', medogAdmin, { ...beibeng, kind: 'platform' }, 'not-platform'],
    ['by nobody else', medogAdmin, made('new', ['540423'], 'medog', 'platform'), 'not-platform', { fresh: true }],
    ['but by it', regionAdmin, made('new', ['540423'], 'medog', 'platform'), undefined, { fresh: true }],
    ['nor is a unit put above all others', medogAdmin, { ...beibeng, parent: undefined }, 'not-platform'],
    ['but by the platform', regionAdmin, { ...beibeng, parent: undefined }, undefined],
    ['a new unit needs a parent', medogAdmin, made('new', ['540423']), 'not-admin', { fresh: true }],
    [
      'a new unit below another’s is refused',
      medogAdmin,
      made('new', ['540423'], 'bomi'),
      'not-admin',
      { fresh: true },
    ],
    [
      'routes to it must stay covered',
      medogAdmin,
      { ...beibeng, areas: ['540423205'] },
      'routes-outside',
      { routes: [leadsHere] },
    ],
    [
      'routes to others do not matter',
      medogAdmin,
      { ...beibeng, areas: ['540423205'] },
      undefined,
      { routes: [{ ...leadsHere, unit: 'dexing' }] },
    ],
  ])('%s', (_, who, after, expected, more) => expect(check(who, after, more)).toBe(expected));
});

describe('a person’s edit', () => {
  const person = (...roles: [string, Role][]): Staff => ({
    email: 'a@x.example',
    name: '甲',
    active: true,
    version: 0,
    roles: actor(...roles).roles,
  });
  const me = (...roles: [string, Role][]): Staff => ({ ...person(...roles), email: 'me@x.example' });

  test.each<[string, Actor, Staff | undefined, Staff, string | undefined]>([
    ['an admin hires for a unit below', medogAdmin, undefined, person(['beibeng', 'responder']), undefined],
    ['not for another county', medogAdmin, undefined, person(['bomi', 'official']), 'not-admin'],
    ['an official hires nobody', official, undefined, person(['medog', 'worker']), 'not-admin'],
    ['a new person needs a role', medogAdmin, undefined, person(), 'roles: required'],
    [
      'a unit must exist',
      regionAdmin,
      undefined,
      person(['medog', 'worker'], ['nowhere', 'worker']),
      'roles.1.unit: unknown-unit',
    ],
    [
      'a grant stands once',
      regionAdmin,
      undefined,
      person(['medog', 'worker'], ['medog', 'worker']),
      'roles.1: duplicate',
    ],
    [
      'roles elsewhere may stay',
      medogAdmin,
      person(['bomi', 'worker']),
      person(['bomi', 'worker'], ['medog', 'worker']),
      undefined,
    ],
    [
      'roles elsewhere are not taken away',
      medogAdmin,
      person(['bomi', 'worker'], ['medog', 'worker']),
      person(['medog', 'worker']),
      'not-admin',
    ],
    [
      'nobody gives themselves a role',
      official,
      me(['medog', 'official']),
      me(['medog', 'official'], ['medog', 'admin']),
      'not-admin',
    ],
    [
      'nor renames others',
      official,
      person(['medog', 'worker']),
      { ...person(['medog', 'worker']), name: '乙' },
      'not-admin',
    ],
    [
      'taking in somebody does not mean renaming them',
      medogAdmin,
      person(['bomi', 'worker']),
      { ...person(['bomi', 'worker'], ['medog', 'worker']), name: '乙' },
      'not-admin',
    ],
    [
      'whoever works elsewhere too is not dismissed from here',
      medogAdmin,
      person(['bomi', 'worker'], ['medog', 'worker']),
      { ...person(['bomi', 'worker'], ['medog', 'worker']), active: false },
      'not-admin',
    ],
    [
      'their admin dismisses them',
      medogAdmin,
      person(['medog', 'worker']),
      { ...person(['medog', 'worker']), active: false },
      undefined,
    ],
    [
      'whoever works elsewhere too is not renamed from here',
      medogAdmin,
      person(['bomi', 'worker'], ['medog', 'worker']),
      { ...person(['bomi', 'worker'], ['medog', 'worker']), name: '乙' },
      'not-admin',
    ],
    [
      'a tip officer is hired by the unit’s own admin',
      tipsAdmin,
      undefined,
      person(['tips', 'tip-officer']),
      undefined,
    ],
    ['not from above', medogAdmin, undefined, person(['tips', 'tip-officer']), 'not-admin'],
    ['but by the platform', regionAdmin, undefined, person(['tips', 'tip-officer']), undefined],
    ['nor dismissed from above', medogAdmin, person(['tips', 'tip-officer']), person(['tips', 'worker']), 'not-admin'],
    [
      'nor made inactive',
      medogAdmin,
      person(['tips', 'tip-officer']),
      { ...person(['tips', 'tip-officer']), active: false },
      'not-admin',
    ],
    ['nobody above makes who may do so', medogAdmin, undefined, person(['tips', 'admin']), 'not-admin'],
    ['other people of that unit are as any', medogAdmin, undefined, person(['tips', 'worker']), undefined],
    [
      'no role takes away what somebody is elsewhere',
      actor(['bomi', 'admin']),
      person(['tips', 'tip-officer']),
      person(['tips', 'tip-officer'], ['bomi', 'admin']),
      'takes-rights',
    ],
    [
      'a role that takes nothing may be given',
      actor(['bomi', 'admin']),
      person(['tips', 'tip-officer']),
      person(['tips', 'tip-officer'], ['bomi', 'worker']),
      undefined,
    ],
    [
      'an approver of anything else may administer',
      actor(['bomi', 'admin']),
      person(['medog', 'approver']),
      person(['medog', 'approver'], ['bomi', 'admin']),
      undefined,
    ],
    [
      'officer and admin are two people',
      regionAdmin,
      person(['bomi', 'admin']),
      person(['bomi', 'admin'], ['tips', 'tip-officer']),
      'roles.1: officer-and-admin',
    ],
    ['somebody without a role is nobody’s to rename', official, person(), { ...person(), name: '乙' }, 'not-admin'],
    ['one’s own last admin role stays', medogAdmin, me(['medog', 'admin']), me(['medog', 'worker']), 'last-admin'],
    [
      'and one stays active while one has it',
      medogAdmin,
      me(['medog', 'admin']),
      { ...me(['medog', 'admin']), active: false },
      'last-admin',
    ],
    [
      'another admin role may go',
      actor(['medog', 'admin'], ['beibeng', 'admin']),
      me(['medog', 'admin'], ['beibeng', 'admin']),
      me(['medog', 'admin']),
      undefined,
    ],
    ['another admin may take it', regionAdmin, person(['medog', 'admin']), person(['medog', 'worker']), undefined],
  ])('%s', (_, who, before, after, expected) =>
    expect(refusal(() => checkPerson(who, { before, after, known: units, tipUnits }))).toBe(expected),
  );
});

describe('a route’s edit', () => {
  const to = (unit: string, area = '540423206', type = 'wildlife') => ({ type, area, unit, version: 0 });
  type Edit = { before?: ReturnType<typeof to>; after?: ReturnType<typeof to>; holder?: string };
  const tip = (unit: string, area?: string) => to(unit, area, 'tip');

  test.each<[string, Actor, Edit, string | undefined]>([
    ['an admin routes to a unit below', medogAdmin, { after: to('beibeng') }, undefined],
    ['not to a unit that does not cover the area', medogAdmin, { after: to('dexing') }, 'unit: does-not-cover'],
    ['not to an unknown one', medogAdmin, { after: to('nowhere') }, 'unit: unknown-unit'],
    ['not from an unknown area', medogAdmin, { after: to('medog', '540423299') }, 'area: unknown-area'],
    ['not to another’s unit', medogAdmin, { after: to('region') }, 'not-admin'],
    ['not from beyond their own areas', medogAdmin, { after: to('wide', '540424') }, 'area: outside-your-areas'],
    ['everywhere needs a unit of the whole region', regionAdmin, { after: to('region', '*') }, undefined],
    ['everywhere is not a county’s', medogAdmin, { after: to('medog', '*') }, 'unit: does-not-cover'],
    ['what leads to another’s unit stays', medogAdmin, { before: to('region'), after: to('beibeng') }, 'not-admin'],
    ['an admin removes their own', medogAdmin, { before: to('beibeng') }, undefined],
    ['not another’s', medogAdmin, { before: to('bomi', '540424') }, 'not-admin'],
    ['nor one from beyond their areas', medogAdmin, { before: to('wide', '540424') }, 'area: outside-your-areas'],
    ['a part of what one has is led on', medogAdmin, { after: to('beibeng'), holder: 'medog' }, undefined],
    ['a part of what another has is not', medogAdmin, { after: to('beibeng'), holder: 'region' }, 'not-admin'],
    ['tip-offs are led on by the unit’s own admin', tipsAdmin, { after: tip('tips'), holder: 'tips' }, undefined],
    ['not from above', medogAdmin, { after: tip('tips'), holder: 'tips' }, 'not-admin'],
    ['nor taken away from above', medogAdmin, { before: tip('tips') }, 'not-admin'],
    ['nor begun', medogAdmin, { after: tip('medog') }, 'not-platform'],
    ['the platform begins it', regionAdmin, { after: tip('medog') }, undefined],
    ['and moves it', regionAdmin, { before: tip('tips'), after: tip('medog'), holder: 'tips' }, undefined],
  ])('%s', (_, who, { before, after, holder = before?.unit }, expected) =>
    expect(refusal(() => checkRoute(who, { before, after, holder, known: units, isArea, tipUnits }))).toBe(expected),
  );
});

test.each<[string, Actor, string, string | undefined]>([
  ['within one’s areas', medogAdmin, '540423299', undefined],
  ['elsewhere', medogAdmin, '540424299', 'code: outside-your-areas'],
  ['in no known area', regionAdmin, '549999001', 'code: unknown-area'],
  ['by an official', official, '540423299', 'code: outside-your-areas'],
])('a division %s', (_, who, code, expected) =>
  expect(refusal(() => checkDivision(who, divisionOf(code, '新镇'), units, isArea))).toBe(expected),
);
