import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Machine, onPath, thisMachine } from '../../infra/local/store/found.ts';

/** Which Chromium the tests drive: one that is named, else the packaged one, else an installed one. */
export type Browser = 'packaged' | { executable: string };

/** Throws an error whose one sentence names what is missing and the command that mends it. */
export const findBrowser = (machine: Machine = thisMachine()): Browser => {
  const { KORA_BROWSER: named } = machine.env;
  if (named) return { executable: named };
  if (packageRuns(machine)) return 'packaged';
  const executable = installed(machine);
  if (executable) return { executable };
  throw new Error(
    `There is no browser for the tests on ${machine.platform} on ${machine.arch}: ${mends[machine.platform] ?? mends.linux}`,
  );
};

/** It holds programs for Linux on x64 alone. */
const packageRuns = ({ platform, arch, modules }: Machine): boolean =>
  platform === 'linux' && arch === 'x64' && existsSync(join(modules, '@sparticuz/chromium/bin/chromium.br'));

const installed = (machine: Machine): string | undefined => {
  const { platform, env, home } = machine;
  switch (platform) {
    case 'darwin':
      return existing(['/Applications', join(home, 'Applications')], MAC);
    case 'win32':
      return existing([env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA], WINDOWS);
    default:
      return LINUX.map((name) => onPath(machine, name)).find(Boolean);
  }
};

const LINUX = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => join(`${name}.app`, 'Contents/MacOS', name));

const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

const existing = (folders: (string | undefined)[], programs: string[]): string | undefined =>
  programs
    .flatMap((program) => folders.flatMap((folder) => (folder ? [join(folder, program)] : [])))
    .find((file) => existsSync(file));

const mends: Record<string, string> = {
  darwin: 'install one with `brew install --cask google-chrome`, or name one with KORA_BROWSER.',
  win32: 'install one with `winget install Google.Chrome`, or name one with KORA_BROWSER.',
  linux: 'install one with `apt-get install chromium` (or your package manager), or name one with KORA_BROWSER.',
};
