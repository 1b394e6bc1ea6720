// Builds the custom elements for other sites, dist/web/widget: one file under a name that says its content, the same
// under its major version, what both are, and a package that can be published as it is or installed from the hub.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { packInto, writePackage } from './widget-package.js';

const root = fileURLToPath(new URL('../', import.meta.url));
/** What an earlier build left; the compiler's own files lie beside it. */
const BUILT = /^(\d+\.\d+\.\d+.*|v\d+|package|saberes\.json.*|LICENSE\.txt.*)$/;
const target = `${root}dist/web/widget/`;
const readJson = (name) => JSON.parse(readFileSync(root + name, 'utf8'));
const { version } = readJson('package.json');
const { version: litVersion } = readJson('node_modules/lit/package.json');

const BANNER = `/*! Saberes widget ${version}, MIT; Lit ${litVersion}, BSD-3-Clause, (c) Google LLC; see LICENSE.txt */`;

/** Spaces between the tags of a template are for those who write it. */
const withoutSpaces = {
  name: 'without-spaces',
  enforce: 'pre',
  transform: {
    filter: { id: /\/web\/widget\/[\w.-]+\.ts$/ },
    handler: (code) => code.replace(/([>}])\s*\n\s*(?=<|\$\{)/g, '$1').replace(/\s*\n\s*/g, '\n'),
  },
};

/** Sites that name the policies of Trusted Types can name ours, whatever other copy of Lit they have. */
const ownPolicy = {
  name: 'own-policy',
  transform: {
    filter: { id: /\/lit-html\.js$/ },
    handler(code) {
      const renamed = code.replace('createPolicy("lit-html"', 'createPolicy("saberes"');
      if (renamed === code) throw new Error('Lit makes its policy in another way now.');
      return renamed;
    },
  },
};

/** Where Lit looks for polyfills and counts its copies: no browser that shows the widget has need of either. */
const LEFT_OUT = /\w\.\w+(Polyfill|Hydrate)Support|\(\w\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)/g;
const withoutPolyfills = {
  name: 'without-polyfills',
  transform: {
    filter: { id: /\/(lit-html|lit-element|reactive-element)\.js$/ },
    handler: (code) => code.replace(LEFT_OUT, '(void 0)'),
  },
};

/** Only sheets made by script: where there are none, Lit would write styles inline, which a strict policy refuses. */
const madeSheetsOnly = {
  name: 'made-sheets-only',
  load: {
    filter: { id: /\/reactive-element\/css-tag\.js$/ },
    handler: () => `
      export const CSSResult = null, css = null, unsafeCSS = null, supportsAdoptingStyleSheets = true;
      export const getCompatibleStyle = (sheet) => sheet;
      export const adoptStyles = (root, sheets) => { root.adoptedStyleSheets = sheets; };`,
  },
};

/** Builds one file from one file. */
async function bundle(input, more = {}) {
  const { output } = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    ...more,
    build: {
      write: false,
      modulePreload: false,
      target: 'es2022',
      cssTarget: 'chrome123', // the first that knows light-dark(): elsewhere the colours are those of the page
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { comments: false, codeSplitting: false },
      },
    },
  });
  if (output.length !== 1) throw new Error(`${input} has to become one file.`);
  return output[0];
}

async function bundleElements() {
  const { source } = await bundle('web/widget/widget.css');
  const plugins = [withoutSpaces, ownPolicy, withoutPolyfills, madeSheetsOnly];
  const define = { WIDGET_CSS: JSON.stringify(source) };
  const { code: elements } = await bundle('web/widget/saberes.ts', { plugins, define });
  return `${BANNER}\n${elements}`;
}

/** What an address serves, and the same made small beforehand. */
function writeServed(path, text) {
  const file = target + path;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  writeFileSync(`${file}.gz`, gzipSync(text, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(text));
}

const digest = (algorithm, encoding) => createHash(algorithm).update(code).digest(encoding);

const code = await bundleElements();
const major = Number(version.split('.')[0]);
const exact = `${version}-${digest('sha256', 'hex').slice(0, 8)}`;
const integrity = `sha384-${digest('sha384', 'base64')}`;
const described = {
  version,
  major,
  url: `/widget/${exact}/saberes.js`,
  integrity,
  package: `/widget/${exact}/saberes-widget.tgz`,
};
const licences = `${readFileSync(`${root}LICENSE`, 'utf8')}\n---\n\nThe widget contains Lit:\n\n${readFileSync(`${root}node_modules/lit/LICENSE`, 'utf8')}`;

mkdirSync(target, { recursive: true });
for (const name of readdirSync(target)) {
  if (BUILT.test(name)) rmSync(target + name, { recursive: true });
}
writeServed(`${exact}/saberes.js`, code);
writeServed(`v${major}/saberes.js`, code);
writeServed('saberes.json', `${JSON.stringify(described, null, 2)}\n`);
writeServed('LICENSE.txt', licences);
writePackage(`${target}package/`, { version, code, licences });
packInto(target + exact, `${target}package/`, version);
