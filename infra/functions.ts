import { pathToFileURL } from 'node:url';
import type { Route } from '../shared/route.ts';

/** What a function may be given; each is a permission together with the environment that goes with it. */
export type Use =
  | 'readTable'
  | 'writeTable'
  | 'stageSecret'
  | 'siteUrl'
  | 'open311Keys'
  | 'dataLicence'
  | 'encryptPayee'
  | 'decryptPayee'
  | 'queueMail'
  | 'setClocks'
  | 'sendMail'
  | 'queueDuty'
  | 'readDirectory'
  | 'readTips'
  | 'writeTips'
  | 'tipSecret'
  | 'setTipClocks'
  | 'announcePhotos'
  | 'checkPhotos'
  | 'showPhotos';

/** What is called again and again, and when, as Scheduler writes it. */
export const ROUNDS = {
  'every 5 minutes': 'rate(5 minutes)',
  'first days of a month': 'cron(0 9 1-3 * ? *)',
} as const;
export type Round = keyof typeof ROUNDS;

export type Trigger =
  | 'http'
  | 'stream'
  | 'tipStream'
  | 'mailQueue'
  | 'dutyQueue'
  | 'photoQueue'
  | 'schedules'
  | Round
  | 'deployment';

export interface FunctionRow {
  entry: `functions/${string}.ts`;
  trigger: Trigger;
  uses: readonly Use[];
  /** In MB; a function's share of a processor grows with it. */
  memory: number;
  /** In seconds. */
  timeout: number;
  /** What people notice when it fails; the text of its alarm. */
  impact: string;
}

const delivery = ['readTable', 'writeTable', 'queueMail', 'setClocks', 'stageSecret', 'siteUrl'] as const;

const onTips = ['readTips', 'writeTips', 'readDirectory'] as const;

/** Every function there is: where its code begins, what wakes it, and all that it may touch. */
export const functions = {
  reports: {
    entry: 'functions/cases/reports.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'stageSecret', 'siteUrl', 'encryptPayee', 'showPhotos'],
    memory: 1024,
    timeout: 10,
    impact:
      'People cannot hand in a report or follow one; phones keep theirs and try again, forms without script are lost.',
  },
  cases: {
    entry: 'functions/cases/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'stageSecret', 'siteUrl'],
    memory: 1024,
    timeout: 15,
    impact: 'Staff cannot see or move cases on the desk or from a mail; deadlines go on running.',
  },
  bulletin: {
    entry: 'functions/cases/bulletin.ts',
    trigger: 'http',
    uses: ['readTable'],
    memory: 1024,
    timeout: 15,
    impact: 'The weekly figures cannot be read; nothing is lost.',
  },
  open311: {
    entry: 'functions/open311/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'stageSecret', 'siteUrl', 'open311Keys'],
    memory: 1024,
    timeout: 15,
    impact: 'Other programs can neither hand in reports nor read the state of cases; people are not affected.',
  },
  openData: {
    entry: 'functions/open-data/api.ts',
    trigger: 'http',
    uses: ['readTable', 'siteUrl', 'dataLicence'],
    memory: 1024,
    timeout: 28,
    impact: 'The description of the open data and the archive of wildlife cannot be fetched; nothing is lost.',
  },
  species: {
    entry: 'functions/wildlife/api.ts',
    trigger: 'http',
    uses: ['readTable'],
    memory: 1024,
    timeout: 10,
    impact: 'Forms cannot look up protected species; reports with the animal described in words are still taken.',
  },
  rewards: {
    entry: 'functions/rewards/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'stageSecret', 'encryptPayee', 'decryptPayee'],
    memory: 1024,
    timeout: 15,
    impact: 'Rewards cannot be proposed, approved or paid.',
  },
  summary: {
    entry: 'functions/cases/summary.ts',
    trigger: 'first days of a month',
    uses: ['readTable', 'queueMail', 'siteUrl'],
    memory: 1024,
    timeout: 240,
    impact:
      'Officials do not get their county’s month by mail; it is tried again on the second and the third, the figures stand at /bulletin.',
  },
  directory: {
    entry: 'functions/directory/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable'],
    memory: 1024,
    timeout: 15,
    impact: 'Units, people and routes cannot be seen or changed; routing goes on with what it knows.',
  },
  duty: {
    entry: 'functions/duty/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'stageSecret', 'siteUrl'],
    memory: 1024,
    timeout: 15,
    impact:
      'Nobody can see or change who is on duty, sign a hand-over or hold a meeting; hand-overs go on by themselves.',
  },
  tasks: {
    entry: 'functions/tasks/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable'],
    memory: 1024,
    timeout: 15,
    impact: 'Tasks cannot be seen, set or moved on; reminders go on.',
  },
  journal: {
    entry: 'functions/journal/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable'],
    memory: 1024,
    timeout: 15,
    impact: 'Nobody can write in the journal, hold the weekly meeting or close a rectification; reminders go on.',
  },
  growth: {
    entry: 'functions/growth/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable'],
    memory: 1024,
    timeout: 15,
    impact: 'Mentors, activities and workers’ records cannot be seen or changed; nudges and reminders go on.',
  },
  visits: {
    entry: 'functions/visits/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'stageSecret'],
    memory: 1024,
    timeout: 15,
    impact: 'Visits to households cannot be planned or noted; what was raised has to be handed in as a request.',
  },
  notices: {
    entry: 'functions/notices/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable'],
    memory: 1024,
    timeout: 15,
    impact: 'Notices and jobs cannot be read, written or reported; those that end do so all the same.',
  },
  photos: {
    entry: 'functions/photos/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'stageSecret', 'siteUrl', 'announcePhotos'],
    memory: 1024,
    timeout: 10,
    impact: 'Photos cannot be handed in or seen; reports are taken without them, and phones send theirs later.',
  },
  photosCheck: {
    entry: 'functions/photos/jobs.ts',
    trigger: 'photoQueue',
    uses: ['readTable', 'writeTable', 'checkPhotos'],
    memory: 2048,
    timeout: 60,
    impact: 'Photos that were sent are not shown yet; they are tried again for two hours, then wait in a queue.',
  },
  stations: {
    entry: 'functions/stations/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'siteUrl'],
    memory: 1024,
    timeout: 10,
    impact: 'Rest stations cannot be found, changed or reported on; screens go on showing what they have.',
  },
  campaigns: {
    entry: 'functions/campaigns/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable', 'siteUrl'],
    memory: 1024,
    timeout: 15,
    impact: 'Campaigns, events and exhibitions cannot be read, and no session noted; phones have to send theirs again.',
  },
  dutyRounds: {
    entry: 'functions/duty/rounds.ts',
    trigger: 'every 5 minutes',
    uses: ['readTable', 'writeTable', 'queueDuty'],
    memory: 512,
    timeout: 240,
    impact: 'Weeks of duty are not handed over and nobody is reminded; what was missed is caught up by the next round.',
  },
  dutyWorker: {
    entry: 'functions/duty/jobs.ts',
    trigger: 'dutyQueue',
    uses: ['readTable', 'writeTable', 'queueMail', 'siteUrl'],
    memory: 1024,
    timeout: 60,
    impact: 'Some communities’ weeks are not handed over; they are tried again for two hours, then wait in a queue.',
  },
  stuck: {
    entry: 'functions/workflow/api.ts',
    trigger: 'http',
    uses: ['readTable', 'writeTable'],
    memory: 1024,
    timeout: 15,
    impact:
      'Staff cannot see on the desk what is stuck, nor have it tried again; it is tried by itself, and mail goes out.',
  },
  deliver: {
    entry: 'functions/workflow/deliver.ts',
    trigger: 'stream',
    uses: delivery,
    memory: 1024,
    timeout: 60,
    impact:
      'What follows from a step (routing, mail, deadlines) comes late; the sweeper tries again every five minutes.',
  },
  clocks: {
    entry: 'functions/workflow/clocks.ts',
    trigger: 'schedules',
    uses: ['readTable', 'writeTable'],
    memory: 512,
    timeout: 30,
    impact: 'Deadlines pass without reminder or escalation; the sweeper makes up for them a quarter of an hour later.',
  },
  mailer: {
    entry: 'functions/mail/jobs.ts',
    trigger: 'mailQueue',
    uses: ['readTable', 'writeTable', 'sendMail'],
    memory: 512,
    timeout: 30,
    impact:
      'Mail to staff is late; it is tried again every three minutes for two hours, then waits in the queue of failed mail.',
  },
  sweeper: {
    entry: 'functions/workflow/sweep.ts',
    trigger: 'every 5 minutes',
    uses: delivery,
    memory: 512,
    timeout: 240,
    impact: 'What failed is not tried again, lost deadlines are not made up for, and nobody is told of what is stuck.',
  },
  tips: {
    entry: 'functions/tips/api.ts',
    trigger: 'http',
    uses: [...onTips, 'tipSecret'],
    memory: 1024,
    timeout: 10,
    impact: 'Nobody can hand in a tip-off, follow one or read one; forms without script are lost.',
  },
  tipsDeliver: {
    entry: 'functions/workflow/deliver.ts',
    trigger: 'tipStream',
    uses: [...onTips, 'queueMail', 'setTipClocks', 'siteUrl'],
    memory: 512,
    timeout: 60,
    impact: 'Officers are not told of tip-offs, and what is due for deletion waits; the sweeper tries again.',
  },
  tipsClocks: {
    entry: 'functions/workflow/clocks.ts',
    trigger: 'schedules',
    uses: ['readTips', 'writeTips'],
    memory: 512,
    timeout: 30,
    impact: 'Tip-offs are not deleted when they should be, rewards do not lapse, nobody is reminded.',
  },
  tipsSweeper: {
    entry: 'functions/workflow/sweep.ts',
    trigger: 'every 5 minutes',
    uses: [...onTips, 'queueMail', 'setTipClocks', 'siteUrl'],
    memory: 512,
    timeout: 240,
    impact: 'What failed of tip-offs is not tried again, and their officers are not told of what is stuck.',
  },
  seed: {
    entry: 'functions/directory/seed-job.ts',
    trigger: 'deployment',
    uses: ['readTable', 'writeTable'],
    memory: 512,
    timeout: 60,
    impact: 'A new stage starts without units, people and routes: nobody can sign in.',
  },
} as const satisfies Record<string, FunctionRow>;

export type FunctionName = keyof typeof functions;

export const functionNames = Object.keys(functions) as FunctionName[];

/** The part of a route that infrastructure needs. */
export type RouteRow = Pick<Route, 'method' | 'path' | 'access' | 'summary'>;

/** Each HTTP function's routes, read from its own route table. */
export const loadRoutes = async (): Promise<Map<FunctionName, Route[]>> => {
  const http = functionNames.filter((name) => functions[name].trigger === 'http');
  return new Map(await Promise.all(http.map(async (name) => [name, await routesOf(functions[name].entry)] as const)));
};

const routesOf = async (entry: string): Promise<Route[]> => {
  const { routes } = (await import(pathToFileURL(entry).href)) as { routes?: Route[] };
  if (!Array.isArray(routes)) throw new Error(`${entry} exports no route table named routes`);
  return routes;
};
