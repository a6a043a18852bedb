import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

/** The commands of README.md, as they are written there. */

const PROJECT = join(import.meta.dirname, '../..');
const TEXT = readFileSync(join(PROJECT, 'README.md'), 'utf8');

/** The commands that a section of README.md shows: between backticks, or as lines of a block. */
export const commandsOf = (section: string): string[] => {
  const [, text = ''] = TEXT.split(`\n## ${section}\n`);
  const [body = ''] = text.split('\n## ');
  const blocks = [...body.matchAll(/^```\n([\s\S]*?)^```$/gm)].flatMap(([, lines = '']) => lines.trim().split('\n'));
  const inline = [...body.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
  return [...blocks.map((line) => line.replace(/\s+#.*/, '')), ...inline].filter((c) =>
    /^(npm|npx|node|curl) /.test(c),
  );
};

interface Ended {
  code: number | null;
  said: string;
}

/** Runs a command in the project's folder with a shell, as somebody who read it would. */
export const typed = (command: string, env: Record<string, string> = {}): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, cwd: PROJECT, env: { ...process.env, ...env } });
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });

export const hasCurl = (): boolean => spawnSync('curl', ['--version']).status === 0;

/** What `curl` would do, where a machine has none; answers what came back. Throws an error that names an option it does not know. */
export const asCurl = (command: string): Promise<string> => {
  const [program, ...words] = wordsOf(command);
  if (program !== 'curl') throw new Error(`${program} is not curl`);
  let method: string | undefined;
  let url = '';
  let body: string | undefined;
  const headers: Record<string, string> = { accept: '*/*', 'user-agent': 'curl' };
  const next = () => words.shift() ?? '';
  for (let word = next(); word; word = next()) {
    if (word === '-X') method = next();
    else if (word === '-d') body = next();
    else if (word === '-H') {
      const [, name = '', value = ''] = /^([^:]+):\s*(.*)$/.exec(next()) ?? [];
      headers[name.toLowerCase()] = value;
    } else if (word.startsWith('-')) throw new Error(`${word} is not known here`);
    else url = /^\w+:\/\//.test(word) ? word : `http://${word}`;
  }
  if (body !== undefined) headers['content-type'] ??= 'application/x-www-form-urlencoded';
  return send(url, method ?? (body === undefined ? 'GET' : 'POST'), headers, body);
};

const send = (url: string, method: string, headers: Record<string, string>, body = ''): Promise<string> =>
  new Promise((resolve, reject) => {
    const asked = request(url, { method, headers }, async (answer) => {
      resolve((await answer.toArray()).map(String).join(''));
    });
    asked.once('error', reject);
    asked.end(body);
  });

/** The words of a command line; quotes hold a word together. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, single, double, bare]) => single ?? double ?? bare ?? '');
