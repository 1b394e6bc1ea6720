import { argv } from 'node:process';
import { createEmbeddedEngine } from '../../server/search/embedded/embedded.engine.js';
import { searchDocument } from './search-documents.js';

/** Writes to an index without end and says what was acknowledged, until it is killed. */
const engine = createEmbeddedEngine({ file: argv[2] });
await engine.open();
const held = await engine.versions();
let version = Math.max(0, ...held.values());
for (;;) {
  version++;
  const id = `record-${version % 25}`;
  const body = 'palabras y más palabras '.repeat(version % 40);
  await engine.put([
    searchDocument({ id, version, texts: { es: { title: `Registro ${version}`, body } } }),
  ]);
  process.send?.(`${id} ${version}`);
  await new Promise((resolve) => setImmediate(resolve));
}
