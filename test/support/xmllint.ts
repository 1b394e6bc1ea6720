import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from './on-path.js';

const SCHEMAS = fileURLToPath(new URL('../../../test/fixtures/oai', import.meta.url));

/** The program that validates XML: `XMLLINT_BIN`, else one on the PATH; null when there is none. */
export const findXmllint = (env: NodeJS.ProcessEnv = process.env): string | null =>
  env.XMLLINT_BIN ?? onPath('xmllint', env.PATH ?? '') ?? null;

/** Everything that is wrong with documents, by a schema file of `test/fixtures/oai`; empty when they are valid. */
export const invalidIn = (documents: readonly string[], schema: string): string =>
  validate(documents, join(SCHEMAS, schema), join(SCHEMAS, 'catalog.xml'));

/** The same by a schema of the protocol's own, where somebody has named their folder. */
export function officiallyInvalidIn(documents: readonly string[], schema: string): string {
  const folder = process.env.OFFICIAL_OAI_SCHEMAS;
  return folder ? validate(documents, join(folder, schema), join(folder, 'catalog.xml')) : '';
}

function validate(documents: readonly string[], schema: string, catalogue: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'saberes-xml-'));
  try {
    const files = documents.map((text, at) => {
      const file = join(folder, `${at}.xml`);
      writeFileSync(file, text);
      return file;
    });
    const { status, stderr } = spawnSync(
      findXmllint() ?? '',
      ['--nonet', '--noout', '--schema', schema, ...files],
      { encoding: 'utf8', env: { ...process.env, XML_CATALOG_FILES: catalogue } },
    );
    return status === 0 ? '' : stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
