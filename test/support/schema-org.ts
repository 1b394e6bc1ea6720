import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import jsonld, { type JsonLdDocument, type Options } from 'jsonld';

const SCHEMA_ORG = 'https://schema.org';

/** Words of schema.org, as the package of its types lists them: what is not among them is an error. */
function contextOfSchemaOrg(): object {
  const file = createRequire(import.meta.url).resolve('schema-dts/package.json');
  const types = readFileSync(file.replace('package.json', 'dist/schema.d.ts'), 'utf8');
  const words = [
    ...[...types.matchAll(/^ {4}"(\w+)"\?: /gm)].map(([, word = '']) => word),
    ...[...types.matchAll(/"@type": "(\w+)"/g)].map(([, word = '']) => word),
  ];
  const terms = Object.fromEntries(words.map((word) => [word, `${SCHEMA_ORG}/${word}`]));
  return { '@context': terms };
}

const context = contextOfSchemaOrg();

async function loadLocally(url: string) {
  if (url !== SCHEMA_ORG) throw new Error(`Nothing is loaded from ${url}.`);
  return { contextUrl: undefined, documentUrl: url, document: context };
}

/** Reads linked data as its users do; fails when a word in it means nothing to schema.org. */
export async function expandSchemaOrg(data: object): Promise<readonly object[]> {
  const strict: Options.Expand & { readonly safe: boolean } = {
    documentLoader: loadLocally as Options.Expand['documentLoader'],
    safe: true,
  };
  return jsonld.expand(data as JsonLdDocument, strict);
}
