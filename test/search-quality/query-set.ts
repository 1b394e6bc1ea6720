import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { seedFolder } from '../../seeds/read.js';
import { LOCALES, type Locale } from '../../server/locale.js';

export const QUERY_KINDS = [
  'title',
  'question',
  'no-accents',
  'typo',
  'acronym',
  'cross-language',
  'synonym',
] as const;

const querySchema = z.strictObject({
  kind: z.enum(QUERY_KINDS),
  query: z.string().min(1),
  /** Slugs of the records that answer it; any of them is right. */
  expect: z.array(z.string()).min(1),
});

export interface QualityQuery extends z.output<typeof querySchema> {
  /** The language of the reader, which for `cross-language` is not that of the query. */
  readonly locale: Locale;
}

const folder = path.join(seedFolder, '..', 'test', 'search-quality', 'queries');

/** All queries, a file per language of the reader. */
export async function readQueries(): Promise<readonly QualityQuery[]> {
  const files = LOCALES.map(async (locale) => {
    const content = await readFile(path.join(folder, `${locale}.yaml`), 'utf8');
    const queries = z.array(querySchema).parse(parse(content));
    return queries.map((query) => ({ ...query, locale }));
  });
  return (await Promise.all(files)).flat();
}
