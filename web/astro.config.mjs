import { readFile, writeFile } from 'node:fs/promises';
import { defineConfig } from 'astro/config';
import { transform } from 'esbuild';

/** The one style sheet, which pages of functions link too, without its comments and spaces. */
const smallSheet = {
  name: 'small-sheet',
  hooks: {
    'astro:build:done': async ({ dir }) => {
      const sheet = new URL('kora.css', dir);
      const { code } = await transform(await readFile(sheet, 'utf8'), { loader: 'css', minify: true, charset: 'utf8' });
      await writeFile(sheet, code);
    },
  },
};

/** Static files only. Scripts and styles are files of their own, so that `script-src 'self'` holds. */
export default defineConfig({
  root: import.meta.dirname,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  integrations: [smallSheet],
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  // No newer syntax than the pages' promise, see test/browser/old-phone.ts.
  vite: { build: { target: ['chrome89', 'safari15'], assetsInlineLimit: 0, modulePreload: { polyfill: false } } },
});
