import { LOCALES } from '../locale.js';

type Projection = Readonly<Record<string, 1>>;

/** What the view always needs: which languages there are decides what is shown. */
const ALWAYS = ['slug', 'kind', 'originalLocale', 'textVersion'];
const TEXT_BASE = ['status', 'madeFrom'];

/** Texts of a record; a text may stand in for a missing body, so the body decides with them. */
const TEXT_FIELDS: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  summary: ['summary'],
  body: ['body'],
  bodyShownIn: ['body'],
  translations: ['title', 'summary'],
  context: ['context', 'body'],
  approach: ['approach', 'body'],
  problem: ['problem', 'body'],
  enablers: ['enablers', 'body'],
  obstacles: ['obstacles', 'body'],
  replicability: ['replicability', 'body'],
  observation: ['observation', 'body'],
  lesson: ['lesson', 'body'],
  recommendation: ['recommendation', 'body'],
  purpose: ['purpose', 'body'],
  scope: ['scope', 'body'],
  legalBasis: ['legalBasis', 'body'],
  changeNote: ['changeNote', 'body'],
};

/** Each may be lent by another language. */
const ALL_TEXTS = [...new Set(Object.values(TEXT_FIELDS).flat())];

/** Fields of the contract that are stored under other names, or under none. */
const STORED: Readonly<Record<string, readonly string[]>> = {
  id: [],
  url: [],
  oaiIdentifier: [],
  shownIn: [],
  related: ['themes', 'challenges', 'actors', 'countries'],
  editions: ['family'],
};

const textsBehind = (field: string): readonly string[] =>
  field === 'borrowedTexts' ? ALL_TEXTS : (TEXT_FIELDS[field] ?? []);

const known = new Map<string, Projection>();

/** The stored paths behind the asked fields of the contract, and no more. */
export function projectionFor(fields: readonly string[]): Projection {
  const key = fields.join(' ');
  const found = known.get(key);
  if (found) return found;
  const made = makeProjection(fields);
  if (known.size < 1_000) known.set(key, made);
  return made;
}

function makeProjection(fields: readonly string[]): Projection {
  const texts = new Set([...TEXT_BASE, ...fields.flatMap(textsBehind)]);
  const plain = fields
    .filter((field) => textsBehind(field).length === 0 && !field.startsWith('__'))
    .flatMap((field) => STORED[field] ?? [field]);
  const paths = [
    ...ALWAYS,
    ...plain,
    ...LOCALES.flatMap((locale) => [...texts].map((text) => `texts.${locale}.${text}`)),
  ];
  return Object.fromEntries(paths.map((path) => [path, 1]));
}
