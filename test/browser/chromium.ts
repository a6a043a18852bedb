import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from 'playwright-core';
import project from '../../package.json' with { type: 'json' };
import type { Kora } from '../support/app.ts';
import { findBrowser } from './found.ts';
import { asOldPhone } from './old-phone.ts';
import { keepTime } from './page-clock.ts';

/** A real Chromium: from npm alone where that runs (its binary, and the libraries and fonts it needs), else an installed one. */

const PARTS = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];

const { '@sparticuz/chromium': version } = project.devDependencies;

/** Few flags: web security and separate processes stay as people have them. */
const ARGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];

/** A browser whose pages know what people's phones know, and tell the time of the Kora that they are at. */
export const launch = async (kora: () => Kora | undefined = () => undefined): Promise<Browser> => {
  const browser = await chromium.launch(await how());
  const newContext = browser.newContext.bind(browser);
  return Object.assign(browser, {
    newContext: async (options: BrowserContextOptions) => asPhone(await newContext(options), kora()),
  });
};

const asPhone = async (context: BrowserContext, kora?: Kora): Promise<BrowserContext> => {
  await keepTime(context, kora);
  await context.addInitScript(asOldPhone);
  return context;
};

/** A browser that keeps in a folder what sites leave with it, and knows it again when it is started anew. */
export const launchWithProfile = async (
  profile: string,
  options: BrowserContextOptions,
  kora: Kora,
): Promise<BrowserContext> =>
  asPhone(await chromium.launchPersistentContext(profile, { ...(await how()), ...options }), kora);

const how = async (): Promise<LaunchOptions> => {
  const found = findBrowser();
  if (found !== 'packaged') return { executablePath: found.executable, args: ARGS };
  const folder = await unpacked();
  return {
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    env: { ...process.env, ...environmentOf(folder) },
  };
};

const environmentOf = (folder: string): Record<string, string> => ({
  LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  FONTCONFIG_FILE: join(folder, 'fonts.conf'),
});

/** Without any font Chromium ends; so its own stand behind those of the machine. */
const fontsOf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

/** Unpacks once a machine and user. The folder gets its name when it is whole, so several test processes may try at once. */
const unpacked = async (): Promise<string> => {
  const folder = join(tmpdir(), `kora-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  const draft = await mkdtemp(join(tmpdir(), 'kora-chromium-'));
  await unpackInto(draft, PARTS);
  await writeFile(join(draft, 'fonts.conf'), fontsOf(folder));
  await rename(draft, folder).catch(() => rm(draft, { recursive: true, force: true }));
  return folder;
};

/**
 * The package unpacks into the folder for temporary files only. So that is set for a process of its own: everything else that
 * starts in this one meanwhile keeps its own.
 */
export const unpackInto = async (draft: string, parts: string[]): Promise<void> => {
  const env = { ...process.env, TMPDIR: draft };
  await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'unpack.ts'), ...parts], { env });
};
