import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { toItemContent } from '../seeds/item-documents.js';
import { loadSeeds } from '../seeds/load.js';
import { readSeeds } from '../seeds/read.js';
import { readConfig } from '../server/config.js';
import { createHub, type Hub } from '../server/hub.js';
import type { KnowledgeContent } from '../server/knowledge/knowledge-writer.js';
import { LOCALES, Locale } from '../server/locale.js';
import { foldWord } from '../server/search/words/fold.js';
import { stopWordsOf } from '../server/search/words/stop-words.js';
import { tokensOf } from '../server/search/words/tokens.js';
import { findApertium } from '../test/support/apertium.js';
import { eventually } from '../test/support/eventually.js';
import { environment } from './processes.js';

/** Shares of queries with the right record among the first five. */
interface Shares {
  readonly titles: number;
  readonly words: number;
  readonly summaries: number;
  readonly sentences: number;
}

interface LanguageFigures {
  readonly locale: Locale;
  readonly without: Shares;
  readonly with: Shares;
}

export interface TranslationFigures {
  readonly records: number;
  /** From the first record written to the last one found in all languages. */
  readonly seconds: number;
  readonly languages: readonly LanguageFigures[];
}

const LOOKED_AT = 5;
const FEW_WORDS = 3;
const PATIENCE_MS = 5 * 60_000;
const ASK: Readonly<Record<keyof Shares, (item: KnowledgeContent, locale: Locale) => string>> = {
  titles: ({ texts }, locale) => texts[locale]?.title ?? '',
  words: ({ texts }, locale) => longestWords(texts[locale]?.title ?? '', locale),
  summaries: (item, locale) => longestWords(firstSentence(item, locale), locale),
  sentences: (item, locale) => firstSentence(item, locale),
};

/**
 * The shipped records in Spanish alone, asked for by what people wrote of them in the other
 * languages: with a real Apertium and without. Null when there is none.
 */
export async function benchTranslation(): Promise<TranslationFigures | null> {
  const apertium = await findApertium(environment);
  if (!apertium) return null;
  try {
    const items = (await readSeeds()).items.map(toItemContent);
    const without = await withHub(items, undefined, (hub) => measure(hub, items));
    let seconds = 0;
    const translated = await withHub(items, apertium.url, async (hub, startedAt) => {
      await untilTranslated(hub);
      seconds = (performance.now() - startedAt) / 1_000;
      return measure(hub, items);
    });
    const languages = LOCALES.map((locale, at) => ({
      locale,
      without: without[at] as Shares,
      with: translated[at] as Shares,
    }));
    return { records: items.length, seconds, languages };
  } finally {
    await apertium.stop();
  }
}

async function withHub<Result>(
  items: readonly KnowledgeContent[],
  translateUrl: string | undefined,
  work: (hub: Hub, startedAt: number) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'saberes-bench-'));
  const config = readConfig({ DATA_DIR: folder, PORT: '0', TRANSLATE_URL: translateUrl });
  let startedAt = 0;
  const hub = await createHub(config, {
    log: pino({ level: 'warn' }),
    loadContent: async (target) => {
      await loadSeeds(target);
      startedAt = performance.now();
      await target.writer.put(items.map(inSpanishAlone));
    },
  });
  try {
    await hub.start();
    await hub.indexer.settle();
    return await work(hub, startedAt);
  } finally {
    await hub.stop();
    await rm(folder, { recursive: true });
  }
}

const inSpanishAlone = (item: KnowledgeContent): KnowledgeContent => ({
  ...item,
  originalLocale: Locale.ES,
  texts: { [Locale.ES]: item.texts[Locale.ES] } as KnowledgeContent['texts'],
});

async function untilTranslated(hub: Hub): Promise<void> {
  const waiting = { waitingSince: { $exists: true } };
  await eventually(async () => {
    if ((await hub.models.machineText.countDocuments(waiting)) > 0) throw new Error('They wait.');
  }, PATIENCE_MS);
  await hub.indexer.settle();
}

async function measure(hub: Hub, items: readonly KnowledgeContent[]): Promise<Shares[]> {
  const shares: Shares[] = [];
  for (const locale of LOCALES) {
    shares.push({
      titles: await shareFound(hub, items, locale, ASK.titles),
      words: await shareFound(hub, items, locale, ASK.words),
      summaries: await shareFound(hub, items, locale, ASK.summaries),
      sentences: await shareFound(hub, items, locale, ASK.sentences),
    });
  }
  return shares;
}

async function shareFound(
  hub: Hub,
  items: readonly KnowledgeContent[],
  locale: Locale,
  ask: (item: KnowledgeContent, locale: Locale) => string,
): Promise<number> {
  let found = 0;
  for (const item of items) {
    const { hits } = await hub.engine.search({
      query: ask(item, locale),
      locale,
      first: LOOKED_AT,
      filter: {},
      order: 'RELEVANCE',
      facets: [],
      highlights: false,
    });
    if (hits.some(({ id }) => id === item._id)) found += 1;
  }
  return found / items.length;
}

const firstSentence = ({ texts }: KnowledgeContent, locale: Locale): string =>
  (texts[locale]?.summary ?? '').split(/(?<=[.!?])\s/)[0] ?? '';

/** A short search: no names, which are the same in every language, and no small words. */
function longestWords(title: string, locale: Locale): string {
  const [first, ...rest] = [...tokensOf(title)];
  const plain = [...(first ? [first] : []), ...rest.filter(({ raw }) => !/\p{Lu}/u.test(raw))];
  const content = plain.filter(({ word }) => !stopWordsOf(locale).has(foldWord(word)));
  const longest = [...content].sort((a, b) => b.word.length - a.word.length).slice(0, FEW_WORDS);
  return content
    .filter((token) => longest.includes(token))
    .map(({ word }) => word)
    .join(' ');
}

/** Rows and sentences for the results file. */
export function translationSection(figures: TranslationFigures | null): string[] {
  const head = ['## Found in other languages', ''];
  if (!figures) return [...head, 'Not measured: there was no Apertium.', ''];
  const { records, seconds, languages } = figures;
  return [
    ...head,
    `The ${records} shipped records in Spanish alone, their links with labels in four languages; asked for by what people wrote of them in`,
    'each language: the whole title, its three longest words that are no names, those of the first sentence of the summary, that sentence. Share',
    'of queries with the right record among the first five, without and with a real Apertium.',
    '',
    '| language | title | with | its words | with | words of the summary | with | its sentence | with |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...languages.map(languageRow),
    '',
    `- All of them found in all languages ${seconds.toFixed(1)} s after they were written.`,
    '',
  ];
}

function languageRow({ locale, without, with: translated }: LanguageFigures): string {
  const cells = (['titles', 'words', 'summaries', 'sentences'] as const).flatMap((kind) =>
    [without[kind], translated[kind]].map((share) => share.toFixed(2)),
  );
  return `| ${locale} | ${cells.join(' | ')} |`;
}
