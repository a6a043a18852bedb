import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';

/** Which DynamoDB-compatible store this machine has: the first of those below that is there. */

/** What is looked at; tests give a machine of their own. */
export interface Machine {
  env: Record<string, string | undefined>;
  platform: string;
  arch: string;
  home: string;
  /** The folder of the installed npm packages. */
  modules: string;
}

/** A program that is a store. */
export interface Program {
  command: string;
  /** Its arguments for a port of this machine; with a folder it keeps its data there, without one in memory. */
  args: (port: number, folder?: string) => string[];
  /** Whether its data is the SQLite file `dataFile` of the folder. */
  isDynoxide: boolean;
}

export type Found = { endpoint: string } | { program: Program };

/** Throws an error whose one sentence names what is missing and the command that mends it. */
export const findStore = (machine: Machine = thisMachine()): Found => {
  const { KORA_DYNAMODB_ENDPOINT: endpoint, KORA_DYNAMODB_LOCAL: folder } = machine.env;
  if (endpoint) return { endpoint };
  if (folder) return { program: dynamodbLocalIn(machine, resolve(folder)) };
  const dynoxide = packaged(machine) ?? onPath(machine, 'dynoxide');
  if (dynoxide) return { program: dynoxideAt(dynoxide) };
  const jars = wellKnown(machine).find(hasDynamodbLocal);
  if (jars) return { program: dynamodbLocalIn(machine, jars) };
  throw new Error(`There is no DynamoDB-compatible store for ${machine.platform} on ${machine.arch}: ${mend(machine)}`);
};

export const thisMachine = (): Machine => ({
  env: process.env,
  platform: process.platform,
  arch: process.arch,
  home: homedir(),
  modules: join(import.meta.dirname, '../../../node_modules'),
});

const mend = ({ platform }: Machine): string =>
  platform === 'darwin'
    ? 'install one with `brew install nubo-db/tap/dynoxide`.'
    : 'install one with `cargo install dynoxide-rs`, or put `dynoxide` from https://github.com/nubo-db/dynoxide/releases on the PATH.';

const executable = ({ platform }: Machine, name: string): string => (platform === 'win32' ? `${name}.exe` : name);

const packaged = (machine: Machine): string | undefined => {
  const { modules, platform, arch } = machine;
  const file = join(modules, '@dynoxide', `${platform}-${arch}`, executable(machine, 'dynoxide'));
  return existsSync(file) ? file : undefined;
};

/** The file of a program that can be called by its name. */
export const onPath = (machine: Machine, name: string): string | undefined =>
  (machine.env.PATH ?? machine.env.Path ?? '')
    .split(machine.platform === process.platform ? delimiter : machine.platform === 'win32' ? ';' : ':')
    .filter(Boolean)
    .map((folder) => join(folder, executable(machine, name)))
    .find((file) => existsSync(file));

/** The file in which dynoxide keeps the data of a folder. */
export const dataFile = (folder: string): string => join(folder, 'table.sqlite');

const dynoxideAt = (command: string): Program => ({
  command,
  args: (port, folder) => [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(folder ? ['--db-path', dataFile(folder)] : []),
  ],
  isDynoxide: true,
});

/** Whether a command line is that of a store that keeps its data in this folder. */
export const worksOn = (folder: string, command: string): boolean =>
  [`--db-path ${dataFile(folder)} `, `-dbPath ${folder} `].some((argument) => `${command} `.includes(argument));

const wellKnown = ({ home }: Machine): string[] => [
  join(home, 'dynamodb-local'),
  join(home, '.dynamodb-local'),
  '/opt/dynamodb-local',
  '/usr/local/lib/dynamodb-local',
];

const hasDynamodbLocal = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((file) => /^DynamoDBLocal.*\.jar$/.test(file));

/** AWS's own, as its archive unpacks (libraries in a folder of their own) or as Maven copies it (all beside each other). */
const dynamodbLocalIn = (machine: Machine, folder: string): Program => {
  if (!hasDynamodbLocal(folder))
    throw new Error(
      `There is no DynamoDBLocal.jar in ${folder}: unpack DynamoDB Local there, or unset KORA_DYNAMODB_LOCAL.`,
    );
  const command = onPath(machine, 'java');
  if (!command)
    throw new Error(`DynamoDB Local in ${folder} needs Java 17: install it so that \`java -version\` answers.`);
  const folders = [folder, join(folder, 'DynamoDBLocal_lib')];
  return {
    command,
    args: (port, data) => [
      `-Djava.library.path=${folders.join(delimiter)}`,
      ...['-cp', folders.map((f) => join(f, '*')).join(delimiter)],
      'com.amazonaws.services.dynamodbv2.local.main.ServerRunner',
      ...['-sharedDb', '-port', String(port)],
      ...(data ? ['-dbPath', data] : ['-inMemory']),
    ],
    isDynoxide: false,
  };
};
