import { readSeeds, SeedError, type Seeds } from './read.js';

/** `node dist/seeds/check.js [folder]`: lists what is wrong with the content, or counts it. */
async function main(folder?: string): Promise<void> {
  const start = performance.now();
  try {
    const seeds = await readSeeds(folder);
    process.stdout.write(`${counts(seeds)} (${Math.round(performance.now() - start)} ms)\n`);
  } catch (error) {
    if (!(error instanceof SeedError)) throw error;
    process.stderr.write(`${error.message}\n${error.problems.length} problems\n`);
    process.exitCode = 1;
  }
}

function counts(seeds: Seeds): string {
  const families = Object.entries(seeds).map(([name, records]) => `${records.length} ${name}`);
  const texts = (['es', 'en', 'pt', 'fr'] as const).map(
    (locale) => `${locale} ${seeds.items.filter(({ texts }) => texts[locale]).length}`,
  );
  return `${families.join(', ')}; texts of items: ${texts.join(', ')}`;
}

await main(process.argv[2]);
