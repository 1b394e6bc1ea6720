import { LOCALES, type LocalizedText } from '../locale.js';

/** The vocabularies in use; a name such as `skos:prefLabel` is one of theirs. */
export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

export type Name = `${keyof typeof PREFIXES}:${string}`;

/** Something else by its address, a text of a language, or a value of a type. */
export type Value =
  | { readonly iri: string }
  | { readonly text: string; readonly language?: string; readonly type?: Name };

/** A thing and what is said of it. */
export interface Resource {
  readonly id: string;
  readonly type: Name;
  readonly about: Readonly<Partial<Record<Name, readonly Value[]>>>;
}

/** An address as RDF takes it; nothing where the text is none. */
export function iri(text: string): readonly Value[] {
  if (!URL.canParse(text)) return [];
  const { href, protocol } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? [{ iri: href }] : [];
}

export const iris = (texts: readonly string[]): readonly Value[] => texts.flatMap(iri);

export const named = (name: Name): Value => ({ iri: expanded(name) });

/** One text for each language that there is one in. */
export const inEach = (texts: LocalizedText | undefined): readonly Value[] =>
  LOCALES.flatMap((language) => {
    const text = clean(texts?.[language] ?? '');
    return text ? [{ text, language }] : [];
  });

export const plain = (text: string, type?: Name): readonly Value[] => [{ text: clean(text), type }];

/** Control characters and halves of characters, which some formats allow, break others. */
export const clean = (text: string): string => text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();

/** The whole address behind a name. */
export function expanded(name: Name): string {
  const [prefix = '', ...rest] = name.split(':');
  return PREFIXES[prefix as keyof typeof PREFIXES] + rest.join(':');
}
