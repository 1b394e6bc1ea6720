import type { PageContext } from '../page-context.js';
import { CITATION_FORMATS } from '../tables/asked-table.js';
import type { Item } from './item-data.js';
import {
  itemPath,
  LINKED_DATA_TYPE,
  LINKSET_TYPE,
  linkedDataPath,
  linksetPath,
} from './item-paths.js';
import { schemaType } from './linked-data.js';
import { webAddress } from './web-address.js';

/** A typed link from a record to something of it, as FAIR Signposting has them. */
export interface Signpost {
  readonly rel: string;
  readonly href: string;
  readonly type?: string;
}

/** Proxies take no answer whose head is longer than some thousand bytes, other headers included. */
const LONGEST_HEADER = 2_560;

/** A record may have many of these, at long addresses. */
const MANY: readonly string[] = ['author', 'item'];

/**
 * For programs that land on the page: how to cite it, what describes it, what belongs to it. What
 * would make the header too long stands in the set of links alone, which the header leads to.
 */
export function signpostHeader(context: PageContext, item: Item): string {
  const links = signposts(context, item);
  const header = linkHeader(links);
  if (header.length <= LONGEST_HEADER) return header;
  return linkHeader(links.filter(({ rel }) => !MANY.includes(rel)));
}

function signposts(context: PageContext, item: Item): readonly Signpost[] {
  const linksetLink = {
    rel: 'linkset',
    href: own(context, linksetPath(item.slug)),
    type: LINKSET_TYPE,
  };
  return [...typedLinks(context, item), linksetLink];
}

/** The way back from a description to the page. */
export const landingPage = (context: PageContext, item: Item): Signpost => ({
  rel: 'describes',
  href: own(context, itemPath(item.slug)),
  type: 'text/html',
});

/** A `Link` header (RFC 8288). Addresses are written so that nothing in them can end one. */
export const linkHeader = (links: readonly Signpost[]): string =>
  links
    .map(({ rel, href, type }) => {
      const attributes = [`rel="${rel}"`, ...(type ? [`type="${type}"`] : [])];
      return `<${new URL(href).href}>; ${attributes.join('; ')}`;
    })
    .join(', ');

/** The same links as a set (RFC 9264), for the page and for each of its descriptions. */
export function linkset(context: PageContext, item: Item): object {
  const links = typedLinks(context, item);
  const anchor = own(context, itemPath(item.slug));
  const back = landingPage(context, item);
  const descriptions = links.filter(({ rel }) => rel === 'describedby');
  const byRelation: Record<string, object[]> = {};
  for (const { rel, ...target } of links) byRelation[rel] = [...(byRelation[rel] ?? []), target];
  return {
    linkset: [
      { anchor, ...byRelation },
      ...descriptions.map(({ href }) => ({
        anchor: href,
        describes: [{ href: back.href, type: back.type }],
      })),
    ],
  };
}

const own = (context: PageContext, path: string): string => context.absolute(context.to(path));

/** The record as OAI-PMH has it. */
function harvestedRecord(context: PageContext, { oaiIdentifier: identifier }: Item): string {
  const asked = { verb: 'GetRecord', metadataPrefix: 'oai_dc', identifier };
  return context.absolute(`/oai?${new URLSearchParams(asked)}`);
}

function typedLinks(context: PageContext, item: Item): readonly Signpost[] {
  const path = itemPath(item.slug);
  const authors = item.actors.flatMap(({ role, actor: { website } }) => {
    const href = role === 'AUTHOR' ? webAddress(website) : null;
    return href ? [{ rel: 'author', href }] : [];
  });
  return [
    { rel: 'cite-as', href: context.absolute(path) },
    { rel: 'type', href: 'https://schema.org/AboutPage' },
    { rel: 'type', href: `https://schema.org/${schemaType(item)}` },
    ...authors,
    { rel: 'license', href: context.absolute('/about#rights') },
    { rel: 'describedby', href: own(context, linkedDataPath(item.slug)), type: LINKED_DATA_TYPE },
    ...CITATION_FORMATS.map(({ path: ending, type }) => ({
      rel: 'describedby',
      href: own(context, path + ending),
      type,
    })),
    { rel: 'describedby', href: harvestedRecord(context, item), type: 'text/xml' },
    ...item.attachments.map(({ url, mediaType }) => ({ rel: 'item', href: url, type: mediaType })),
  ];
}
