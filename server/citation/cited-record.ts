import { ActorRole } from '../../schema/actor-enums.js';
import type { KnowledgeItem } from '../../schema/knowledge-item.js';
import { HUB_NAME } from '../version.js';

/** Fields of the contract that a citation is made from. */
export const CITED_FIELDS = [
  'slug',
  'title',
  'summary',
  'url',
  'publishedAt',
  'shownIn',
  'actors',
] as const;

export type CitedRecord = Pick<KnowledgeItem, (typeof CITED_FIELDS)[number]>;

/** A work as the Citation Style Language describes it; other formats are made from this. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage';
  readonly title: string;
  readonly author?: readonly { readonly literal: string }[];
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly publisher: string;
  readonly URL: string;
  readonly language: string;
  readonly abstract: string;
}

/** Under its slug, which stays and is no other record's. */
export function toCslItem(record: CitedRecord): CslItem {
  const { slug, title, summary, url, publishedAt, shownIn } = record;
  const date = publishedAt?.toISOString().slice(0, 10).split('-').map(Number);
  const authors = authorsOf(record).map((name) => ({ literal: oneLine(name) }));
  return {
    id: slug,
    type: 'webpage',
    title: oneLine(title),
    ...(authors.length > 0 && { author: authors }),
    ...(date && { issued: { 'date-parts': [date] } }),
    publisher: HUB_NAME,
    URL: url,
    language: shownIn.locale,
    abstract: oneLine(summary),
  };
}

/** In formats of lines a line begins a field; half a character is none anywhere. */
const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim();

/** Who answers for a record: its authors, or else whoever published it. */
function authorsOf({ actors }: CitedRecord): readonly string[] {
  const named = (wanted: ActorRole) =>
    actors.flatMap(({ role, actor }) => (role === wanted ? [actor.name] : []));
  const authors = named(ActorRole.AUTHOR);
  return authors.length > 0 ? authors : named(ActorRole.PUBLISHER);
}
