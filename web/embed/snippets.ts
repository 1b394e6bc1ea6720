import type { PageContext } from '../page-context.js';
import type { EmbedChoice } from './embed-choice.js';
import { EMBED_FILTERS, type Embedding, frameSearch } from './embedding.js';
import type { WidgetFile } from './widget-file.js';

export const SNIPPETS = [
  'html',
  'pinned',
  'wordpress',
  'drupal',
  'react',
  'frame',
  'noScript',
  'curl',
] as const;
export type SnippetName = (typeof SNIPPETS)[number];

export interface Snippet {
  readonly name: SnippetName;
  readonly code: string;
  /** What a strict Content-Security-Policy of the page has to allow beyond what it does. */
  readonly policy: string | null;
}

export interface SnippetParts {
  readonly context: PageContext;
  readonly choice: EmbedChoice;
  readonly embedding: Embedding;
  readonly title: string;
  /** Address of the page that a frame shows. */
  readonly frame: string;
  readonly widget: WidgetFile;
}

/** Every way to show a choice elsewhere, ready to be copied. */
export function snippetsOf(parts: SnippetParts): readonly Snippet[] {
  const hub = parts.context.absolute('');
  const { origin } = new URL(hub);
  const inFrame = `frame-src ${origin}`;
  const byScript = `script-src ${origin}; connect-src ${origin}`;
  const { floating, address, integrity } = parts.widget;
  return [
    { name: 'html', code: html(parts, `src="${hub}${floating}"`), policy: byScript },
    {
      name: 'pinned',
      code: html(parts, `src="${hub}${address}" integrity="${integrity}"`),
      policy: byScript,
    },
    { name: 'wordpress', code: parts.frame, policy: inFrame },
    { name: 'drupal', code: frame(parts), policy: inFrame },
    {
      name: 'react',
      code: react(parts, hub),
      policy: byScript,
    },
    { name: 'frame', code: frame(parts), policy: inFrame },
    { name: 'noScript', code: php(parts), policy: null },
    { name: 'curl', code: curl(parts, hub), policy: null },
  ];
}

/** Attributes of an element of the widget, in one order. */
function attributesOf({ choice }: SnippetParts): readonly (readonly [string, string])[] {
  const { what, query, slug, stored, key, filters, locale, theme, limit } = choice;
  const isList = what === 'list' || what === 'search';
  const set = EMBED_FILTERS.map((name) => [name, isList ? filters[name].join(',') : ''] as const);
  const all: readonly (readonly [string, string])[] = [
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

const ELEMENTS = {
  list: 'saberes-list',
  search: 'saberes-search',
  item: 'saberes-item',
  stored: 'saberes-list',
} as const;

function html(parts: SnippetParts, source: string): string {
  const { choice, title, context } = parts;
  const name = ELEMENTS[choice.what];
  const attributes = attributesOf(parts).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const page = context.absolute(context.inLanguage(choice.locale).to(pageOf(parts)));
  return [
    `<script type="module" crossorigin ${source}></script>`,
    `<${name}${attributes.join('')}>`,
    `  <a href="${escaped(page)}">${escaped(title)}</a>`,
    `</${name}>`,
    ...styleOf(choice, name),
  ].join('\n');
}

/** In the style sheet of the site: a strict policy takes no styles in a page. */
const styleOf = ({ accent }: EmbedChoice, name: string): readonly string[] =>
  accent ? [`<!-- CSS: ${name} { --saberes-accent: #${accent}; } -->`] : [];

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

function react(parts: SnippetParts, hub: string): string {
  const name = ELEMENTS[parts.choice.what];
  // React keeps "key" for itself.
  const attributes = attributesOf(parts).map(
    ([key, value]) => ` ${key === 'key' ? 'public-key' : key}={${JSON.stringify(value)}}`,
  );
  return [
    "import { useEffect } from 'react';",
    '',
    'export function Saberes() {',
    '  useEffect(() => {',
    `    import(/* @vite-ignore */ /* webpackIgnore: true */ '${hub}${parts.widget.floating}');`,
    '  }, []);',
    `  return <${name}${attributes.join('')} />;`,
    '}',
  ].join('\n');
}

const frame = ({ frame: src, title }: SnippetParts): string =>
  `<iframe src="${escaped(src)}" title="${escaped(title)}" width="100%" height="480" loading="lazy" referrerpolicy="strict-origin"></iframe>`;

/** How many records a server asks for; a stored query knows that itself. */
const limitOf = ({ limit, what }: EmbedChoice): { readonly limit?: string } =>
  limit && what !== 'item' && what !== 'stored' ? { limit: String(limit) } : {};

/** A fragment has no look of its own: that is the page's. A server's secret key belongs in a header. */
function php({ context, choice, embedding }: SnippetParts): string {
  const question = frameSearch(embedding, limitOf(choice));
  const path = `/embed/${embedding.id}.fragment${question}`;
  const address = quoted(context.absolute(context.inLanguage(choice.locale).to(path)));
  if (choice.what !== 'stored') return `<?= file_get_contents('${address}') ?>`;
  return [
    "<?php $key = ['header' => 'authorization: Bearer ' . getenv('SABERES_KEY')]; ?>",
    `<?= file_get_contents('${address}', false, stream_context_create(['http' => $key])) ?>`,
  ].join('\n');
}

function curl({ choice, embedding }: SnippetParts, hub: string): string {
  const more = { lang: choice.locale, ...limitOf(choice) };
  const address = `${hub}/embed/${embedding.id}.json${frameSearch(embedding, more)}`;
  const header = choice.what === 'stored' ? ` -H "authorization: Bearer $SABERES_KEY"` : '';
  return `curl -s${header} '${quoted(address)}'`;
}

/** For attributes and texts of HTML. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Addresses hold no quote of their own: one that is typed becomes %27. */
const quoted = (address: string): string => address.replaceAll("'", '%27');
