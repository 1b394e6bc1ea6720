import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Config } from '../config.js';
import { ErrorCode } from '../errors.js';

export type DocumentLimits = Pick<
  Config,
  'MAX_TOKENS' | 'MAX_DEPTH' | 'MAX_ALIASES' | 'MAX_DIRECTIVES'
>;

interface Size {
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly depth: number;
}

const NOTHING: Size = { fields: 0, aliases: 0, directives: 0, depth: 0 };
/**
 * Fields after all fragments are written out. Validation compares fields of one name with each
 * other, so its time grows with the square of this.
 */
const MAX_FIELDS = 500;

/**
 * Measures a document before anything slower looks at it; fragments count each time they are
 * spread. Takes time in proportion to the text. Throws a GraphQL error with status 400.
 */
export function checkDocument(source: string, limits: DocumentLimits): DocumentNode {
  const document = parseWithin(source, limits.MAX_TOKENS);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      fragments.set(definition.name.value, definition);
    }
  }
  const measured = new Map<string, Size>();
  for (const name of fragments.keys()) {
    refuseAbove('fields', sizeOfFragment(name, fragments, measured).fields, MAX_FIELDS);
  }
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const size = sizeOf(definition.selectionSet, fragments, measured);
    const directives = size.directives + (definition.directives?.length ?? 0);
    refuseAbove('fields', size.fields, MAX_FIELDS);
    refuseAbove('levels', size.depth, limits.MAX_DEPTH);
    refuseAbove('aliases', size.aliases, limits.MAX_ALIASES);
    refuseAbove('directives', directives, limits.MAX_DIRECTIVES);
  }
  return document;
}

function parseWithin(source: string, maxTokens: number): DocumentNode {
  try {
    return parse(source, { maxLexicalTokens: maxTokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      source: error.source,
      positions: error.positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } },
    });
  }
}

function refuseAbove(what: string, found: number, most: number): void {
  if (found <= most) return;
  const shown = found < 10_000 ? found : 'far too many';
  throw new GraphQLError(`This operation has ${shown} ${what}; at most ${most} are allowed.`, {
    extensions: { code: ErrorCode.OPERATION_TOO_COMPLEX, http: { status: 400 } },
  });
}

function sizeOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Size>,
): Size {
  const own = selections.map((selection): Size => {
    const directives = selection.directives?.length ?? 0;
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const size = sizeOfFragment(selection.name.value, fragments, measured);
      return { ...size, directives: size.directives + directives };
    }
    const inner = selection.selectionSet
      ? sizeOf(selection.selectionSet, fragments, measured)
      : NOTHING;
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return { ...inner, directives: inner.directives + directives };
    }
    return {
      fields: inner.fields + 1,
      aliases: inner.aliases + (selection.alias ? 1 : 0),
      directives: inner.directives + directives,
      depth: inner.depth + 1,
    };
  });
  return own.reduce(add, NOTHING);
}

/** A fragment that leads back to itself counts as nothing here; validation refuses it. */
function sizeOfFragment(
  name: string,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  measured: Map<string, Size>,
): Size {
  const known = measured.get(name);
  if (known) return known;
  measured.set(name, NOTHING);
  const fragment = fragments.get(name);
  const size = fragment ? sizeOf(fragment.selectionSet, fragments, measured) : NOTHING;
  measured.set(name, size);
  return size;
}

const add = (a: Size, b: Size): Size => ({
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  directives: a.directives + b.directives,
  depth: Math.max(a.depth, b.depth),
});
