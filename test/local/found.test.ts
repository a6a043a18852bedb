import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEngine } from '../../infra/local/engine.ts';
import { findStore, type Machine, thisMachine } from '../../infra/local/store/found.ts';
import { launchAnywhere } from '../../infra/local/store/launch.ts';
import { processes } from '../../infra/local/store/processes.ts';
import { findBrowser } from '../browser/found.ts';

/** An empty machine of one's own, on which a test puts what it needs. */
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kora-machine-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const machine = (platform = 'linux', arch = 'x64', env: Machine['env'] = {}): Machine => ({
  platform,
  arch,
  env: { PATH: ['bin', 'more'].map((f) => join(folder, f)).join(platform === 'win32' ? ';' : ':'), ...env },
  home: join(folder, 'home'),
  modules: join(folder, 'node_modules'),
});

const put = (...names: string[]): void => {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
};

const commandOn = (on: Machine): string => {
  const found = findStore(on);
  return 'program' in found ? found.program.command.slice(folder.length + 1) : found.endpoint;
};

describe('the store', () => {
  test.each([
    ['linux', 'x64', '@dynoxide/linux-x64/dynoxide'],
    ['linux', 'arm64', '@dynoxide/linux-arm64/dynoxide'],
    ['darwin', 'arm64', '@dynoxide/darwin-arm64/dynoxide'],
    ['win32', 'x64', '@dynoxide/win32-x64/dynoxide.exe'],
  ])('on %s %s is the npm package of that platform', (platform, arch, file) => {
    put(`node_modules/${file}`, 'bin/dynoxide', 'bin/dynoxide.exe');
    expect(commandOn(machine(platform, arch))).toBe(`node_modules/${file}`);
  });

  test.each([
    ['darwin', 'more/dynoxide'],
    ['win32', 'more/dynoxide.exe'],
  ])('on %s without one is what the PATH has', (platform, file) => {
    put(file, 'node_modules/@dynoxide/linux-x64/dynoxide');
    expect(commandOn(machine(platform, 'arm64'))).toBe(file);
  });

  test('without either is DynamoDB Local with Java, at a known place', () => {
    put('home/dynamodb-local/DynamoDBLocal.jar', 'bin/java');
    const found = findStore(machine('darwin', 'arm64'));
    const program = 'program' in found ? found.program : undefined;
    expect(program?.command).toBe(join(folder, 'bin/java'));
    expect(program?.args(8000)).toEqual(expect.arrayContaining(['-inMemory', '-port', '8000']));
    expect(program?.args(8000, '/data')).toEqual(expect.arrayContaining(['-dbPath', '/data']));
    expect(program?.args(8000, '/data')).not.toContain('-inMemory');
  });

  test('that is named goes before any that is found', () => {
    put('node_modules/@dynoxide/linux-x64/dynoxide', 'jars/DynamoDBLocal-2.6.1.jar', 'bin/java');
    const local = { KORA_DYNAMODB_LOCAL: join(folder, 'jars') };
    expect(commandOn(machine('linux', 'x64', local))).toBe('bin/java');
    const endpoint = 'http://127.0.0.1:8000';
    expect(commandOn(machine('linux', 'x64', { ...local, KORA_DYNAMODB_ENDPOINT: endpoint }))).toBe(endpoint);
  });

  test.each([
    ['darwin', 'brew install nubo-db/tap/dynoxide'],
    ['win32', 'cargo install dynoxide-rs'],
    ['linux', 'cargo install dynoxide-rs'],
  ])('that is missing on %s is said in one sentence with the command that mends it', (platform, command) => {
    expect(() => findStore(machine(platform, 'arm64'))).toThrow(command);
  });

  test('DynamoDB Local without its archive, or without Java, says which of them', () => {
    expect(() => findStore(machine('linux', 'x64', { KORA_DYNAMODB_LOCAL: folder }))).toThrow('no DynamoDBLocal.jar');
    put('jars/DynamoDBLocal.jar');
    const named = { KORA_DYNAMODB_LOCAL: join(folder, 'jars') };
    expect(() => findStore(machine('linux', 'x64', named))).toThrow('needs Java');
  });
});

describe('a store of the PATH, where its package is not', () => {
  /** The `dynoxide` of this machine, wherever it is, as if somebody had installed it. */
  const installed = (): Machine => {
    mkdirSync(join(folder, 'bin'));
    const { env: _, ...here } = thisMachine();
    const found = findStore({ ...here, env: { PATH: process.env.PATH } });
    if (!('program' in found)) throw new Error('no program');
    symlinkSync(found.program.command, join(folder, 'bin/dynoxide'));
    return machine();
  };

  test('starts, is started again when it dies, and ends', async () => {
    const found = findStore(installed());
    const data = join(folder, 'data');
    mkdirSync(join(data, 'logs'), { recursive: true });
    const engine = await startEngine(data, () => new Map(), found);
    const stores = () => processes().filter(({ command }) => command.startsWith(join(folder, 'bin/dynoxide')));
    const [first] = stores();
    expect((await fetch(engine.endpoint)).status).toBeLessThan(500);
    engine.kill?.();
    await expect.poll(() => stores().find((p) => p.pid !== first?.pid)).toBeDefined();
    await expect
      .poll(() =>
        fetch(engine.endpoint).then(
          (r) => r.ok,
          () => false,
        ),
      )
      .toBe(true);
    await engine.stop();
    expect(stores()).toEqual([]);
  });

  test('that cannot run is said, not waited for', async () => {
    put('bin/dynoxide');
    const found = findStore(machine());
    if (!('program' in found)) throw new Error('no program');
    await expect(launchAnywhere(found.program, {})).rejects.toThrow('EACCES');
    writeFileSync(join(folder, 'bin/dynoxide'), '#!/bin/sh\nexit 3\n');
    chmodSync(join(folder, 'bin/dynoxide'), 0o755);
    await expect(launchAnywhere(found.program, {})).rejects.toThrow('does not start');
  });
});

describe('the browser', () => {
  const executableOn = (on: Machine): string => {
    const found = findBrowser(on);
    return found === 'packaged' ? found : found.executable.replace(`${folder}/`, '');
  };

  test('is the packaged one where that runs', () => {
    put('node_modules/@sparticuz/chromium/bin/chromium.br', 'bin/google-chrome');
    expect(executableOn(machine())).toBe('packaged');
    expect(executableOn(machine('linux', 'arm64'))).toBe('bin/google-chrome');
  });

  test.each([
    ['linux', 'bin/chromium', {}],
    ['darwin', 'home/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', {}],
    ['win32', 'programs/Microsoft/Edge/Application/msedge.exe', { 'PROGRAMFILES(X86)': 'programs' }],
  ])('on %s else is an installed one', (platform, file, env) => {
    put(file);
    const places = Object.fromEntries(Object.entries(env).map(([name, at]) => [name, join(folder, at)]));
    expect(executableOn(machine(platform, 'arm64', places))).toBe(file);
  });

  test('that is named goes before any', () => {
    put('node_modules/@sparticuz/chromium/bin/chromium.br');
    expect(executableOn(machine('linux', 'x64', { KORA_BROWSER: '/my/chrome' }))).toBe('/my/chrome');
  });

  test.each([
    ['darwin', 'brew install --cask google-chrome'],
    ['win32', 'winget install Google.Chrome'],
    ['linux', 'apt-get install chromium'],
  ])('that is missing on %s is said in one sentence with the command that mends it', (platform, command) => {
    expect(() => findBrowser(machine(platform, 'arm64'))).toThrow(command);
  });
});
