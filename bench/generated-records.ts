import { toItemContent } from '../seeds/item-documents.js';
import { readSeeds } from '../seeds/read.js';
import type { KnowledgeContent } from '../server/knowledge/knowledge-writer.js';
import { LOCALES } from '../server/locale.js';

const DAY = 86_400_000;
/** So that two runs generate the same records. */
const SEED = 20_201_204;

/** Records in the likeness of the shipped ones: their sentences, links and sizes, mixed anew. */
export async function generateRecords(count: number): Promise<KnowledgeContent[]> {
  const shipped = (await readSeeds()).items.map(toItemContent);
  const random = createRandom(SEED);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  return Array.from({ length: count }, (_, index) => {
    const base = pick(shipped);
    const slug = `generated-${index}`;
    const texts = Object.fromEntries(
      LOCALES.map((locale) => [locale, mixedTexts(locale, index, base, () => pick(shipped))]),
    );
    return {
      ...base,
      _id: `itm_${slug}`,
      slug,
      texts,
      themes: pick(shipped).themes,
      countries: pick(shipped).countries,
      actors: pick(shipped).actors,
      challenges: pick(shipped).challenges,
      publishedAt: new Date(Date.UTC(2021, 0, 1) + Math.floor(random() * 1_500) * DAY),
      seedHash: undefined,
      ...(base.family ? { family: slug } : {}),
    };
  });
}

function mixedTexts(
  locale: (typeof LOCALES)[number],
  index: number,
  base: KnowledgeContent,
  pickOther: () => KnowledgeContent,
) {
  const own = base.texts[locale];
  const other = pickOther().texts[locale];
  return {
    ...own,
    title: `${own?.title.split(' ').slice(0, 4).join(' ')} ${other?.title.split(' ').slice(-4).join(' ')} ${index}`,
    summary: other?.summary,
    body: `${pickOther().texts[locale]?.body?.slice(0, 700)}\n\n${other?.body?.slice(-700)}`,
  };
}

/** A small linear congruential generator: good enough to mix texts. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
