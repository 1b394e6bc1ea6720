import { isLocale, type Locale } from '../locales.js';
import type { PageContext } from '../page-context.js';
import { MOST_WORDS } from '../search/search-state.js';
import {
  EMBED_FILTERS,
  type Embeddable,
  type Embedding,
  type EmbedFilter,
  embeddingOf,
  MOST_LISTED,
} from './embedding.js';
import { readColour, readLook, type ThemeMode } from './frame-look.js';

export const CHOICES = ['list', 'search', 'item', 'stored'] as const;
export type Choice = (typeof CHOICES)[number];

/** What somebody wants on a page of hers, as the configurator's address says it. */
export interface EmbedChoice {
  readonly what: Choice;
  readonly query: string;
  readonly filters: Readonly<Record<EmbedFilter, readonly string[]>>;
  readonly slug: string;
  readonly stored: string;
  readonly key: string;
  readonly locale: Locale;
  readonly theme: ThemeMode;
  readonly limit: number | null;
  readonly accent: string | null;
}

export function readChoice({ query, locale }: PageContext): EmbedChoice {
  const text = (name: string) => (query.get(name) ?? '').trim().slice(0, MOST_WORDS);
  const lang = query.get('lang') ?? undefined;
  const values = (name: EmbedFilter) =>
    [...new Set(query.getAll(name))].filter((value) => CODE.test(value)).slice(0, MOST_VALUES);
  const limit = Number(query.get('limit'));
  return {
    what: CHOICES.find((choice) => choice === query.get('what')) ?? 'list',
    query: text('query'),
    filters: {
      country: values('country'),
      theme: values('theme'),
      kind: values('kind'),
      challenge: values('challenge'),
    },
    slug: SLUG.test(text('slug')) ? text('slug') : '',
    stored: SLUG.test(text('stored')) ? text('stored') : '',
    key: SLUG.test(text('key')) ? text('key') : '',
    locale: isLocale(lang) ? lang : locale,
    theme: readLook(query).theme,
    limit: Number.isInteger(limit) && limit >= 1 && limit <= MOST_LISTED ? limit : null,
    accent: readColour(query.get('accent')),
  };
}

/** Of one filter, as the hub takes them. */
const MOST_VALUES = 100;
const CODE = /^[\w.-]{1,80}$/;
/** Of records, stored queries and public keys alike; it ends up in texts that people copy. */
const SLUG = /^[\w.-]{1,120}$/;

/** Null until somebody has said which record or which query. */
export function embeddingFor(choice: EmbedChoice): Embedding | null {
  const { what, query, slug, stored, filters } = choice;
  if (what === 'item') return slug ? { id: 'item', variables: of({ slug }) } : null;
  if (what === 'stored') return stored ? { id: stored, variables: of({}) } : null;
  const set = EMBED_FILTERS.flatMap((name) => filters[name].map((value) => [name, value] as const));
  const [only] = set;
  if (what === 'list' && set.length === 1 && only && only[0] !== 'kind')
    return { id: only[0], variables: of({ code: only[1] }) };
  const words = what === 'search' && query ? [['query', query] as const] : [];
  const variables = new URLSearchParams([...words, ...set].map(([name, value]) => [name, value]));
  return { id: what === 'search' ? 'search' : 'newest', variables };
}

const of = (variables: Readonly<Record<string, string>>) => new URLSearchParams(variables);

/** How a frame looks, in the parameters of its address. */
export function lookOf({ what, theme, limit, accent, key }: EmbedChoice): Record<string, string> {
  return {
    ...(limit && what !== 'item' && what !== 'stored' && { limit: String(limit) }),
    ...(theme !== 'auto' && { 'theme-mode': theme }),
    ...(accent && { accent }),
    ...(what === 'stored' && key && { key }),
  };
}

/** The configurator with what a page shows; null where that is nothing to embed. */
export function configuratorFor(context: PageContext): string | null {
  const found = embeddingOf(context.path, context.query);
  return found && context.to(`/embed-this?${choiceQuery(found)}`);
}

function choiceQuery({ id, variables, left }: Embeddable): URLSearchParams {
  const query = new URLSearchParams({ what: WHAT[id] ?? 'list' });
  for (const [name, value] of variables) query.append(name === 'code' ? id : name, value);
  for (const name of left) query.append('left', name);
  return query;
}

const WHAT: Readonly<Record<string, Choice>> = { item: 'item', search: 'search' };
