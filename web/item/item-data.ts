import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';

/** A record as its page gets it. */
export type Item = NonNullable<OperationTypes['item']['data']['knowledgeItem']>;

export type ProtocolItem = Extract<Item, { readonly steps: unknown }>;
export type LessonItem = Extract<Item, { readonly lesson: unknown }>;
export type PracticeItem = Extract<Item, { readonly problem: unknown }>;
export type CaseStudyItem = Extract<Item, { readonly startDate: unknown }>;

export type Step = ProtocolItem['steps'][number];
export type Result = CaseStudyItem['results'][number];

export const isProtocol = (item: Item): item is ProtocolItem => item.kind === 'PROTOCOL';

/** What every part of the page of a record is made from. */
export interface ItemProps<Kind extends Item = Item> {
  readonly context: PageContext;
  readonly item: Kind;
}

/** For a text that may be shown in another language than the page; nothing where it is the same. */
export function langOf(context: PageContext, locale: string): string | undefined {
  const lang = locale.toLowerCase();
  return lang === context.locale ? undefined : lang;
}

/** The same for one of a record's texts, by the name of its field. */
export function langOfText({ context, item }: ItemProps, field: string): string | undefined {
  const lent = item.borrowedTexts.find((text) => text.field === field);
  return langOf(context, lent?.locale ?? item.shownIn.locale);
}

export interface WithActors {
  readonly actors: readonly {
    readonly role: Item['actors'][number]['role'];
    readonly actor: { readonly name: string };
  }[];
}

/** Who answers for a record in citations: its authors, or else whoever published it. */
export function authorsOf({ actors }: WithActors): readonly string[] {
  const named = (wanted: string) =>
    actors.flatMap(({ role, actor }) => (role === wanted ? [actor.name] : []));
  const authors = named('AUTHOR');
  return authors.length > 0 ? authors : named('PUBLISHER');
}
