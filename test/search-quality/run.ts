import { parseArgs } from 'node:util';
import { type Figures, type Judged, judge, percentile, summarise } from './measure.js';
import { QUALITY_ENGINES, withShippedContent } from './quality-engines.js';
import { readQueries } from './query-set.js';

/** What the embedded engine has to reach in every language. */
const LEAST_AT_3 = 0.95;

const USAGE = `Measures how well searches are answered, on the shipped content.

  node dist/test/search-quality/run.js [--engine embedded|meilisearch] [--json]

Without --engine: all that can be reached; Meilisearch by TEST_MEILI_URL and TEST_MEILI_API_KEY.`;

const { values: options } = parseArgs({
  options: {
    engine: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

async function main(): Promise<number> {
  const queries = await readQueries();
  const chosen = QUALITY_ENGINES.filter(
    ({ name, isThere }) => isThere && (options.engine ?? name) === name,
  );
  if (chosen.length === 0) {
    console.error(`There is no engine "${options.engine}" to ask.\n\n${USAGE}`);
    return 1;
  }
  let isGood = true;
  for (const chosenEngine of chosen) {
    const { name } = chosenEngine;
    const judged = await withShippedContent(chosenEngine, (engine) => judge(engine, queries));
    const summary = summarise(judged);
    if (options.json) console.log(JSON.stringify(asJson(name, judged, summary)));
    else print(name, judged, summary);
    isGood &&=
      name !== 'embedded' || summary.slice(0, 4).every((part) => part.successAt3 >= LEAST_AT_3);
  }
  return isGood ? 0 : 1;
}

function asJson(engine: string, judged: readonly Judged[], summary: readonly Figures[]) {
  return {
    engine,
    medianMs: percentile(judged, 0.5),
    p99Ms: percentile(judged, 0.99),
    summary,
    missed: missed(judged).map(({ query, rank, found }) => ({ ...query, rank, found })),
  };
}

function print(name: string, judged: readonly Judged[], summary: readonly Figures[]): void {
  console.log(`\n${name}: ${judged.length} queries`);
  console.log(line(['', 'queries', 'right at 1', 'at 3', 'MRR']));
  for (const { name: part, queries, successAt1, successAt3, mrr } of summary) {
    console.log(
      line([part, String(queries), percent(successAt1), percent(successAt3), mrr.toFixed(3)]),
    );
  }
  const [median, slow] = [percentile(judged, 0.5), percentile(judged, 0.99)];
  console.log(`median ${median.toFixed(1)} ms, 99th percentile ${slow.toFixed(1)} ms`);
  for (const { query, rank, found } of missed(judged)) {
    const { locale, kind, query: typed, expect } = query;
    const place = rank === null ? 'not in ten' : `at ${rank}`;
    console.log(
      `missed (${locale}, ${kind}): "${typed}": ${expect.join(' or ')} ${place}; first ${found[0] ?? 'nothing'}`,
    );
  }
}

const missed = (judged: readonly Judged[]) =>
  judged.filter(({ rank }) => rank === null || rank > 3);
const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;
const line = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(16) : cell.padStart(12))).join('');

if (options.help) console.log(USAGE);
else process.exitCode = await main();
