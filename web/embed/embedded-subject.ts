import { titleOf } from '../feeds/feed-entries.js';
import { authorsOf } from '../item/item-data.js';
import type { PageContext } from '../page-context.js';
import { ValueNames } from '../search/value-names.js';
import { type Embedding, isReadyMade, type ReadyMadeId, searchOf } from './embedding.js';

/** What is embedded, in words. */
export interface EmbeddedSubject {
  readonly title: string;
  /** Who answers for it, where somebody is named. */
  readonly author: string | null;
  /** Whether it is one record, which needs less room than a list. */
  readonly isRecord: boolean;
}

/** Null for what is unknown or not public. */
type Describe = (context: PageContext, embedding: Embedding) => Promise<EmbeddedSubject | null>;

/** Names what a question asks for, if it is there: a ready-made one, or one stored by whose key it has. */
export async function describe(
  context: PageContext,
  embedding: Embedding,
): Promise<EmbeddedSubject | null> {
  const { id, variables } = embedding;
  if (isReadyMade(id)) return DESCRIBE[id](context, embedding);
  const key = variables.get('key');
  return key ? list(await context.storedTitle(id, key)) : null;
}

const list = (title: string | null | undefined): EmbeddedSubject | null =>
  title ? { title, author: null, isRecord: false } : null;

const code = ({ variables }: Embedding): string => variables.get('code') ?? '';

const DESCRIBE: Readonly<Record<ReadyMadeId, Describe>> = {
  search: describeSearch,
  newest: describeSearch,
  item: describeItem,
  async country(context, embedding) {
    const { countries } = await context.ask('countries', {});
    return list(countries.find((one) => one.code === code(embedding).toUpperCase())?.name);
  },
  async theme(context, embedding) {
    const { thematicArea } = await context.ask('theme', { code: code(embedding) });
    return list(thematicArea?.name);
  },
  async challenge(context, embedding) {
    const { challenges } = await context.ask('challenges', {});
    return list(challenges.find((one) => one.code === code(embedding).toUpperCase())?.name);
  },
};

async function describeSearch(context: PageContext, embedding: Embedding) {
  const state = searchOf(embedding);
  if (state.unknown.length > 0) return null;
  const names = await ValueNames.of(context, state.active);
  if (state.active.some((filter) => !names.knows(filter))) return null;
  return list(titleOf(context, state, names));
}

async function describeItem(context: PageContext, { variables }: Embedding) {
  const slug = variables.get('slug');
  if (!slug) return null;
  const { knowledgeItem: item } = await context.ask('citation', { slug });
  if (!item) return null;
  const author = context.texts.list(authorsOf(item)) || null;
  return { title: item.title, author, isRecord: true };
}
