import { keyedId } from '../ids.js';
import { LOCALES, type Locale, type LocalizedText } from '../locale.js';
import { localized } from '../localized.js';
import type { NamedDocument } from '../mongo/named-document.js';
import type { Reference } from '../reference/reference.js';
import { CODE_LABELS } from '../search/code-labels.js';
import type { SearchDocument, SearchTexts } from '../search/search-engine.js';
import { plainText } from '../search/words/plain-text.js';
import type { KnowledgeDocument } from './knowledge.document.js';

/** What is read of a record to index it. */
export const INDEXED_FIELDS = {
  public: 1,
  version: 1,
  kind: 1,
  texts: 1,
  locales: 1,
  countries: 1,
  actors: 1,
  themes: 1,
  challenges: 1,
  stages: 1,
  hazards: 1,
  sdgs: 1,
  modality: 1,
  evidence: 1,
  event: 1,
  inForce: 1,
  steps: 1,
  attachments: 1,
  originalLocale: 1,
  publishedAt: 1,
  unindexedSince: 1,
} as const;

export type IndexedDocument = Pick<
  KnowledgeDocument,
  '_id' | Exclude<keyof typeof INDEXED_FIELDS, never>
>;

/** What is indexed of a record beside what is stored with it. */
export interface IndexedBeside {
  /** The words of its attachments. */
  readonly attached?: string;
  /** What a machine made for the languages that it lacks. */
  readonly machine?: SearchDocument['machine'];
}

/** A public record as the search engine takes it, with words for all it links to. */
export function toSearchDocument(
  stored: IndexedDocument,
  reference: Reference,
  { attached, machine }: IndexedBeside = {},
): SearchDocument {
  const themes = [...new Set(stored.themes.flatMap((code) => reference.themes.withBroader(code)))];
  const sdgs = [...new Set(stored.sdgs.flatMap((code) => reference.sdgs.withBroader(code)))];
  const actors = stored.actors.map(({ actor }) => actor);
  const known = reference.in(LOCALES[0] as Locale);
  const kinds = actors.flatMap((id) => known.actors.get(id)?.kind ?? []);
  const groups = stored.countries.flatMap(
    (code) => known.countries.get(code)?.groups.map((group) => group.code) ?? [],
  );
  return {
    id: stored._id,
    version: stored.version,
    texts: searchTextsOf(stored, attached),
    ...(machine ? { machine } : {}),
    labels: labelsOf(stored, reference),
    codes: {
      KIND: [stored.kind],
      COUNTRY: stored.countries,
      GROUP: [...new Set(groups)],
      THEME: themes,
      ACTOR: [...new Set(actors)],
      ACTOR_KIND: [...new Set(kinds)],
      CHALLENGE: stored.challenges,
      STAGE: stored.stages,
      HAZARD: stored.hazards,
      SDG: sdgs,
      MODALITY: stored.modality ? [stored.modality] : [],
      LANGUAGE: stored.locales,
      EVIDENCE: [stored.evidence],
    },
    event: stored.event,
    inForce: stored.inForce ?? null,
    publishedAt: stored.publishedAt?.getTime() ?? null,
  };
}

/** All words of a record by language, as a reader sees them. */
export function searchTextsOf(stored: IndexedDocument, attached = ''): SearchDocument['texts'] {
  const indexed: Partial<Record<Locale, SearchTexts>> = {};
  for (const locale of LOCALES) {
    const text = stored.texts[locale];
    if (!text) continue;
    const body = [fullText(text), ...stepTexts(stored, locale)].join('\n\n');
    const words = locale === stored.originalLocale && attached ? `\n\n${attached}` : '';
    const plain = plainText(body) + words;
    indexed[locale] = { title: text.title, summary: text.summary, body: plain };
  }
  return indexed;
}

/** All prose of a record, so that a word in a step or a recommendation is found too. */
function fullText(texts: NonNullable<KnowledgeDocument['texts'][Locale]>): string {
  const {
    status: _status,
    madeFrom: _madeFrom,
    title: _title,
    summary: _summary,
    ...prose
  } = texts;
  return Object.values(prose).flat().join('\n\n');
}

const stepTexts = ({ steps = [] }: IndexedDocument, locale: Locale): readonly string[] =>
  steps.flatMap(({ text, responsible, tool }) => [
    text[locale] ?? '',
    responsible?.[locale] ?? '',
    tool?.[locale] ?? '',
  ]);

type Labels = Readonly<Record<Locale, readonly string[]>>;

/** Words for everything that records link to; many records link to the same. */
const knownLabels = new WeakMap<Reference, ReadonlyMap<string, Labels>>();

function labelsByLink(reference: Reference): ReadonlyMap<string, Labels> {
  const known = knownLabels.get(reference);
  if (known) return known;
  const { actors, countries, concepts, events } = reference.records;
  const made = new Map(
    [...actors, ...countries, ...concepts, ...events].map((link) => [link._id, labelsOfLink(link)]),
  );
  knownLabels.set(reference, made);
  return made;
}

const inEveryLanguage = (labels: (locale: Locale) => readonly string[]): Labels =>
  Object.fromEntries(LOCALES.map((locale) => [locale, labels(locale)])) as unknown as Labels;

const labelsOfLink = (link: NamedDocument & { readonly acronym?: LocalizedText }): Labels =>
  inEveryLanguage((locale) =>
    [
      localized(link.name, locale) ?? '',
      localized(link.acronym, locale) ?? '',
      ...(link.aliases?.[locale] ?? []),
    ].filter((label) => label !== ''),
  );

function labelsOf(stored: IndexedDocument, reference: Reference): Labels {
  const links = [
    ...stored.actors.map(({ actor }) => actor),
    ...stored.countries.map((code) => keyedId('country', code)),
    ...stored.themes.map((code) => keyedId('theme', code)),
    ...stored.challenges.map((code) => keyedId('challenge', code)),
    ...stored.hazards.map((code) => keyedId('hazard', code)),
    ...stored.sdgs.map((code) => keyedId('sdg', code)),
    ...(stored.event ? [stored.event] : []),
  ];
  const known = labelsByLink(reference);
  const linked = [...new Set(links)].map((id) => known.get(id));
  return inEveryLanguage((locale) => {
    const labels = [CODE_LABELS.KIND[stored.kind][locale]];
    // Hundreds of labels for each of many records: flatMap takes twenty times as long.
    for (const link of linked) for (const label of link?.[locale] ?? []) labels.push(label);
    return labels;
  });
}
