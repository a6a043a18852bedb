import { defineConfig } from 'astro/config';

/** Static files only. Scripts and styles are files of their own, so that `script-src 'self'` holds. */
export default defineConfig({
  root: import.meta.dirname,
  output: 'static',
  trailingSlash: 'always',
  compressHTML: true,
  devToolbar: { enabled: false },
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  vite: { build: { assetsInlineLimit: 0, modulePreload: { polyfill: false } } },
});
