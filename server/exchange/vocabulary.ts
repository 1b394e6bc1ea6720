import { LOCALES, type Locale } from '../locale.js';
import { localized } from '../localized.js';
import type { NamedDocument } from '../mongo/named-document.js';
import type { Reference } from '../reference/reference.js';
import type { ReferenceRecords } from '../reference/reference-records.js';
import { foldWord } from '../search/words/fold.js';
import { VALUE_LABELS } from './value-labels.js';

export type VocabularyName =
  | keyof typeof VALUE_LABELS
  | 'country'
  | 'theme'
  | 'challenge'
  | 'hazard'
  | 'sdg'
  | 'event'
  | 'actor';

/** A value that a cell may hold, with everything that it is called. */
export interface Term {
  /** What records store. */
  readonly code: string;
  /** What is written for it where labels would be read back wrongly. */
  readonly key: string;
  readonly labels: Partial<Record<Locale, string>>;
  readonly otherNames: readonly string[];
}

/** What a text may mean: one code, or none, or several. */
export type Meaning = { readonly code: string } | { readonly candidates: readonly string[] };

/** The permitted values of cells, by code or by name in any language of the hub. */
export class Vocabulary {
  private readonly terms: ReadonlyMap<VocabularyName, readonly Term[]>;
  private readonly indexes = new Map<VocabularyName, TermIndex>();

  constructor(reference: Reference) {
    this.terms = new Map([...enumTerms(), ...recordTerms(reference.records)]);
  }

  find(name: VocabularyName, text: string): Meaning {
    const index = this.indexes.get(name) ?? new TermIndex(this.of(name));
    this.indexes.set(name, index);
    return index.find(text);
  }

  of(name: VocabularyName): readonly Term[] {
    return this.terms.get(name) ?? [];
  }

  /** How a stored code is written into a cell. */
  keyOf(name: VocabularyName, code: string): string {
    const index = this.indexes.get(name) ?? new TermIndex(this.of(name));
    this.indexes.set(name, index);
    return index.keyOf(code);
  }
}

/** Codes go before names, and names before other names that several terms may share. */
class TermIndex {
  private readonly codes = new Map<string, Set<string>>();
  private readonly names = new Map<string, Set<string>>();
  private readonly others = new Map<string, Set<string>>();
  private readonly keys = new Map<string, string>();

  constructor(terms: readonly Term[]) {
    for (const { code, key, labels, otherNames } of terms) {
      this.keys.set(code, key);
      for (const one of [code, key]) add(this.codes, one.toLowerCase(), code);
      for (const label of Object.values(labels)) add(this.names, fold(label), code);
      for (const other of otherNames) add(this.others, fold(other), code);
    }
  }

  find(text: string): Meaning {
    const folded = fold(text);
    const found =
      this.codes.get(text.trim().toLowerCase()) ??
      this.names.get(folded) ??
      this.others.get(folded) ??
      new Set<string>();
    const [code, ...more] = found;
    return code !== undefined && more.length === 0 ? { code } : { candidates: [...found] };
  }

  keyOf(code: string): string {
    return this.keys.get(code) ?? code;
  }
}

const add = (index: Map<string, Set<string>>, name: string, code: string): void => {
  if (name !== '') index.set(name, (index.get(name) ?? new Set()).add(code));
};

/** Letters and digits without accents or case. */
const fold = (text: string): string =>
  foldWord(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function* enumTerms(): Generator<readonly [VocabularyName, readonly Term[]]> {
  for (const [name, labels] of Object.entries(VALUE_LABELS)) {
    const terms = Object.entries(labels).map(([code, names]) => ({
      code,
      key: code,
      labels: names,
      otherNames: [],
    }));
    yield [name as VocabularyName, terms];
  }
}

function* recordTerms(
  records: ReferenceRecords,
): Generator<readonly [VocabularyName, readonly Term[]]> {
  const concepts = (scheme: string) =>
    [...records.concepts]
      .filter((concept) => concept.scheme === scheme)
      .sort((a, b) => a.position - b.position)
      .map((concept) => toTerm(concept, concept.code, concept.code));
  yield ['theme', concepts('theme')];
  yield ['challenge', concepts('challenge')];
  yield ['hazard', concepts('hazard')];
  yield ['sdg', concepts('sdg')];
  yield ['country', records.countries.map((one) => toTerm(one, one.code, one.code, [one.alpha3]))];
  yield ['event', records.events.map((one) => toTerm(one, one._id, one.slug))];
  yield [
    'actor',
    records.actors.map((one) =>
      toTerm(one, one._id, one.slug, Object.values(one.acronym ?? {}) as string[]),
    ),
  ];
}

function toTerm(
  { name, aliases }: NamedDocument,
  code: string,
  key: string,
  further: readonly string[] = [],
): Term {
  const labels = Object.fromEntries(
    LOCALES.map((locale) => [locale, localized(name, locale) ?? key]),
  );
  const otherNames = [...further, ...LOCALES.flatMap((locale) => aliases?.[locale] ?? [])];
  return { code, key, labels, otherNames };
}
