import type { PageContext } from '../page-context.js';
import type { EmbedChoice } from './embed-choice.js';
import { EMBED_FILTERS, type Embedding } from './embedding.js';
import type { WidgetFile } from './widget-file.js';

/** What snippets are made of. */
export interface SnippetParts {
  readonly context: PageContext;
  readonly choice: EmbedChoice;
  readonly embedding: Embedding;
  readonly title: string;
  /** Address of the page that a frame shows. */
  readonly frame: string;
  readonly widget: WidgetFile;
}

/** The element of the widget that shows a choice, and the link inside it. */
export interface ChosenElement {
  readonly name: string;
  /** In one order; without those that are not needed. */
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** The page of the hub that shows the same. */
  readonly page: string;
  readonly title: string;
}

const ELEMENTS = {
  list: 'saberes-list',
  search: 'saberes-search',
  item: 'saberes-item',
  stored: 'saberes-list',
} as const;

export function chosenElement(parts: SnippetParts): ChosenElement {
  const { context, choice, title } = parts;
  const page = context.absolute(context.inLanguage(choice.locale).to(pageOf(parts)));
  return { name: ELEMENTS[choice.what], attributes: attributesOf(choice), page, title };
}

function attributesOf(choice: EmbedChoice): ChosenElement['attributes'] {
  const { what, query, slug, stored, key, filters, locale, theme, limit } = choice;
  const isList = what === 'list' || what === 'search';
  const set = EMBED_FILTERS.map((name) => [name, isList ? filters[name].join(',') : ''] as const);
  const all: ChosenElement['attributes'] = [
    ['lang', locale],
    ['slug', what === 'item' ? slug : ''],
    ['stored', what === 'stored' ? stored : ''],
    ['key', what === 'stored' ? key : ''],
    ['query', what === 'search' ? query : ''],
    ...set,
    ['limit', limit && what !== 'item' ? String(limit) : ''],
    ['theme-mode', theme === 'auto' ? '' : theme],
  ];
  return all.filter(([, value]) => value !== '');
}

function pageOf({ embedding: { id, variables } }: SnippetParts): string {
  const code = encodeURIComponent(variables.get('code') ?? variables.get('slug') ?? '');
  const subject = { item: 'items', country: 'countries', theme: 'themes', challenge: 'challenges' };
  const folder = subject[id as keyof typeof subject];
  if (folder) return `/${folder}/${code}`;
  const query = new URLSearchParams(
    [...variables].map(([name, value]) => [name === 'query' ? 'q' : name, value]),
  );
  return query.size > 0 ? `/search?${query}` : '/';
}

/** For attributes and texts of HTML. */
export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** As HTML writes them. */
export const inTag = (attributes: ChosenElement['attributes']): string =>
  attributes.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('');
