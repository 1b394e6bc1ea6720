// Builds what browsers load: dist/web/client, with names that change with the content. With --watch: on every change.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));
const islands = readdirSync(`${root}web/islands`).filter((name) => name.endsWith('.island.tsx'));
const styles = ['web/styles/main.css', 'web/styles/embed.css'];

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    watch: process.argv.includes('--watch') ? {} : null,
    outDir: 'dist/web/client',
    emptyOutDir: true,
    manifest: true,
    modulePreload: false,
    target: 'es2020',
    rolldownOptions: {
      input: [...styles, ...islands.map((name) => `web/islands/${name}`)],
    },
  },
});
