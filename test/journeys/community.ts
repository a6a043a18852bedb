import type { Kora } from '../support/app.ts';
import { must } from '../support/journey.ts';

/** What the people of a community do in its weeks, over HTTP, at the hours of its own wall clock. */

export const UNIT = 'jiarong-community';

export interface Member {
  email: string;
  name: string;
}

const member = (local: string, name: string): Member => ({ email: `${local}@jiarong.kora.example`, name });

/** The first secretary and six of the workers; who joins is the seventh. */
export const PEOPLE = {
  first: member('dekyi.wangmo', '德庆旺姆'),
  dawa: member('dawa.yangzom', '达瓦央宗'),
  liu: member('liuxiaoyan', '刘晓燕'),
  lobsang: member('lobsang', '洛桑曲珍'),
  ma: member('maxiuying', '马秀英'),
  nyima: member('nyima', '尼玛扎西'),
  yangki: member('yangki', '央吉卓玛'),
  wangdui: member('wangdui', '旺堆'),
};
/** Workers of the seed who are of another community in this story. */
const ELSEWHERE = ['penpa', 'phurbu', 'tashi.phuntsok', 'tsedroma', 'zhangli'].map((local) => member(local, ''));

const ADMIN: Member = { email: 'tenzin@platform.kora.example', name: '旦增平措' };

export class Community {
  readonly kora: Kora;
  private seen = 0;

  constructor(kora: Kora) {
    this.kora = kora;
  }

  /** Moves the clock to an hour of Asia/Shanghai; everything that falls due before has happened. */
  async at(date: string, time: string): Promise<void> {
    await this.kora.setClock(new Date(`${date}T${time}:00+08:00`).toISOString());
  }

  // biome-ignore lint/suspicious/noExplicitAny: answers of any route
  async get(who: Member, path: string): Promise<any> {
    return must(await this.kora.api('GET', path, { as: who.email }), 200).body;
  }

  /** Something that a person does; all that follows from it has happened when it answers. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of any route
  async does(who: Member, method: 'POST' | 'PUT', path: string, body: object = {}): Promise<any> {
    const answer = await this.kora.api(method, path, { as: who.email, body });
    if (answer.status !== 201) must(answer, 200);
    await this.kora.settle();
    return answer.body;
  }

  /** The mail since it was last asked for, as `name: subject`, in the order of the alphabet. */
  async mail(): Promise<string[]> {
    const all = await this.kora.mail();
    const fresh = all.slice(this.seen);
    this.seen = all.length;
    return fresh.map(({ to, subject }) => `${nameOf(to)}: ${subject}`).sort();
  }

  /** The desk's pages that mail has led to so far, without what each is about. */
  async linked(): Promise<string[]> {
    const links = (await this.kora.mail()).flatMap((m) => m.links).map((l) => new URL(l).pathname);
    return [...new Set(links)].sort();
  }

  sign = (who: Member, week: string, note?: string) =>
    this.does(who, 'POST', `/duty/${UNIT}/handovers/${week}/actions/sign`, note ? { note } : {});

  onTask = (who: Member, id: string, action: string, body: object = {}) =>
    this.does(who, 'POST', `/tasks/${id}/actions/${action}`, body);

  onPair = (who: Member, id: string, action: string, body: object) =>
    this.does(who, 'POST', `/growth/mentorships/${id}/actions/${action}`, body);

  onRectification = (who: Member, id: string, action: string, body: object = {}) =>
    this.does(who, 'POST', `/journal/rectifications/${id}/actions/${action}`, body);

  onJournal = async (who: Member, action: string, body: object) => {
    const { journal } = await this.get(who, `/journal/units/${UNIT}/mine`);
    return this.does(who, 'POST', `/journal/weeks/${journal.id}/actions/${action}`, body);
  };

  /** Both halves of a week; `what` was the least satisfying. */
  reflect = (who: Member, what: string) =>
    this.onJournal(who, 'reflect', {
      most: { what: '走访按时完成', why: '提前约好', follows: '照此办理' },
      least: { what, why: '没有及时登记', follows: '当天录入', topics: ['records'] },
    });

  /** The weekly meeting from its beginning to its end; every item is talked about. */
  async share(leader: Member): Promise<void> {
    const { id, items } = await this.get(leader, `/journal/units/${UNIT}/meeting`);
    const act = (action: string, body: object = {}) =>
      this.does(leader, 'POST', `/journal/meetings/${id}/actions/${action}`, body);
    await act('start');
    for (const _ of items) await act('next');
    await act('conclude', { attended: [leader.email], decisions: '台账当天录入' });
  }

  /** The open rectification of somebody. */
  async owed(who: Member): Promise<string> {
    const query = new URLSearchParams({ owner: who.email });
    return (await this.get(who, `/journal/units/${UNIT}/rectifications?${query}`)).rectifications[0].id;
  }

  roster = async (from: string, members: Member[]) => {
    const { version } = await this.get(PEOPLE.first, `/duty/${UNIT}/rota`);
    await this.does(PEOPLE.first, 'PUT', `/duty/${UNIT}/roster`, {
      from,
      version,
      members: members.map((m) => m.email),
    });
  };

  /** Somebody comes or goes, as an administrator enters it. */
  async staff({ email, name }: Member, active: boolean): Promise<void> {
    const known = await this.kora.api('GET', `/directory/people/${email}`, { as: ADMIN.email });
    const roles = [{ unit: UNIT, role: 'worker' }];
    const before = known.status === 200 ? known.body : { name, roles };
    await this.does(ADMIN, 'PUT', `/directory/people/${email}`, {
      ...{ name: before.name, roles: before.roles, active },
      ...(before.version ? { version: before.version } : {}),
    });
  }

  /** Whether the community keeps a journal. A function relies on settings for half a minute: a fresh one knows at once. */
  async journal(enabled: boolean): Promise<void> {
    const { id: _, ...unit } = await this.get(ADMIN, `/directory/units/${UNIT}`);
    const settings = { ...unit.settings, journal: { enabled } };
    await this.does(ADMIN, 'PUT', `/directory/units/${UNIT}`, { ...unit, settings });
    await this.kora.kill({ function: 'dutyWorker' });
  }

  /** Six workers, who take turns from a week on; the week before is handed over, and signed, before the story begins. */
  async begin(from: string, workers: Member[], before: string, parties: Member[]): Promise<void> {
    await this.journal(false);
    for (const person of ELSEWHERE) await this.staff(person, false);
    await this.roster(from, workers);
    await this.kora.advance('PT6M');
    for (const who of parties) await this.sign(who, before);
    await this.mail();
  }
}

const nameOf = (email: string): string => Object.values(PEOPLE).find((p) => p.email === email)?.name ?? email;
