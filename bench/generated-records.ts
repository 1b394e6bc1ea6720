import { toItemContent } from '../seeds/item-documents.js';
import { readSeeds } from '../seeds/read.js';
import type { KnowledgeContent } from '../server/knowledge/knowledge-writer.js';
import { LOCALES, Locale } from '../server/locale.js';

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

/** Bodies in Spanish and English, titles and summaries in all languages: as most records come. */
function mixedTexts(
  locale: Locale,
  index: number,
  base: KnowledgeContent,
  pickOther: () => KnowledgeContent,
) {
  const own = base.texts[locale];
  const other = pickOther().texts[locale];
  const opening = own?.title.split(' ').slice(0, 4).join(' ');
  const ending = other?.title.split(' ').slice(-4).join(' ');
  const hasBody = locale === Locale.ES || locale === Locale.EN;
  const title = `${opening} ${ending} ${index}`;
  const { status, madeFrom } = own ?? {};
  const short = { status, madeFrom, title, summary: other?.summary };
  if (!hasBody) return short;
  const half = (text: string | undefined, start: number, end?: number) => text?.slice(start, end);
  const body = `${half(pickOther().texts[locale]?.body, 0, 700)}\n\n${half(other?.body, -700)}`;
  return { ...own, ...short, body };
}

/** A small linear congruential generator: good enough to mix texts. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
