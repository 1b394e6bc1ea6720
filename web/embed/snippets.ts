import type { EmbedChoice } from './embed-choice.js';
import { frameSearch } from './embedding.js';
import { reactSnippet, vueSnippet } from './framework-snippets.js';
import { chosenElement, escaped, inTag, type SnippetParts } from './widget-element.js';

export const SNIPPETS = [
  'html',
  'pinned',
  'wordpress',
  'drupal',
  'react',
  'vue',
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

/** Every way to show a choice elsewhere, ready to be copied. */
export function snippetsOf(parts: SnippetParts): readonly Snippet[] {
  const hub = parts.context.absolute('');
  const { origin } = new URL(hub);
  const inFrame = `frame-src ${origin}`;
  const byScript = `script-src ${origin}; connect-src ${origin}`;
  const { floating, address, integrity } = parts.widget;
  const element = chosenElement(parts);
  return [
    { name: 'html', code: html(parts, `src="${hub}${floating}"`), policy: byScript },
    {
      name: 'pinned',
      code: html(parts, `src="${hub}${address}" integrity="${integrity}"`),
      policy: byScript,
    },
    { name: 'wordpress', code: parts.frame, policy: inFrame },
    { name: 'drupal', code: frame(parts), policy: inFrame },
    { name: 'react', code: reactSnippet(element, hub + floating), policy: byScript },
    { name: 'vue', code: vueSnippet(element, hub + floating), policy: byScript },
    { name: 'frame', code: frame(parts), policy: inFrame },
    { name: 'noScript', code: php(parts), policy: null },
    { name: 'curl', code: curl(parts, hub), policy: null },
  ];
}

function html(parts: SnippetParts, source: string): string {
  const { name, attributes, page, title } = chosenElement(parts);
  return [
    `<script type="module" crossorigin ${source}></script>`,
    `<${name}${inTag(attributes)}>`,
    `  <a href="${escaped(page)}">${escaped(title)}</a>`,
    `</${name}>`,
    ...styleOf(parts.choice, name),
  ].join('\n');
}

/** In the style sheet of the site: a strict policy takes no styles in a page. */
const styleOf = ({ accent }: EmbedChoice, name: string): readonly string[] =>
  accent ? [`<!-- CSS: ${name} { --saberes-accent: #${accent}; } -->`] : [];

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

/** Addresses hold no quote of their own: one that is typed becomes %27. */
const quoted = (address: string): string => address.replaceAll("'", '%27');
