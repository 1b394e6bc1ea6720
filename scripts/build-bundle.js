// Joins our own compiled modules into a few files, dist/bundle: hundreds of small files take longer to
// find and read at a start than to run. Packages stay outside, so that each is loaded once.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = path.join(root, 'dist/bundle');

/** A module's own address goes on meaning the file that it was compiled to. */
const ownAddresses = {
  name: 'own-addresses',
  transform: {
    filter: { code: 'import.meta.url', id: /\/dist\// },
    handler(code, id) {
      const own = JSON.stringify(path.relative(folder, id).split(path.sep).join('/'));
      return code.replaceAll('import.meta.url', `new URL(${own}, import.meta.url).href`);
    },
  },
};

// Nothing is left out: calls whose result nobody reads would go, and with them what they throw, so that
// an address that is not UTF-8 would pass its check.
const bundle = await rolldown({
  cwd: root,
  input: 'dist/cli/main.js',
  platform: 'node',
  external: /^[^./]/,
  plugins: [ownAddresses],
  treeshake: false,
});
await bundle.write({
  dir: folder,
  cleanDir: true,
  format: 'esm',
  entryFileNames: '[name].js',
  minify: false,
});
await bundle.close();
