import type { PublicChange, PublicChanges } from '../knowledge/public-changes.js';
import { HARVESTED_FIELDS } from './harvested-record.js';
import type { MetadataFormat } from './metadata-format.js';
import { readStretch, toDatestamp } from './oai-dates.js';
import { noRecordsMatch } from './oai-fault.js';
import { headerOf, type RecordContext, recordOf } from './oai-records.js';
import type { Resumption, ResumptionTokens, Selection } from './resumption-tokens.js';
import { element, type XmlTree } from './xml-tree.js';

export interface ListParts {
  readonly changes: PublicChanges;
  readonly tokens: ResumptionTokens;
  readonly pageSize: number;
}

export interface ListRequest {
  /** With a place in it: that is where it goes on. */
  readonly selection: Selection | Resumption;
  readonly format: MetadataFormat;
  readonly context: RecordContext;
  readonly now: Date;
}

/**
 * Lists of records or headers, a page in one answer, in the order in which they changed last. What
 * changes during a harvest moves to the end: it is told again and never left out.
 */
export class OaiLists {
  constructor(private readonly parts: ListParts) {}

  /** Throws `noRecordsMatch` and `badArgument`. */
  async page(request: ListRequest): Promise<XmlTree> {
    const { selection, format, context } = request;
    const asked = this.askedOf(request);
    const found = await this.parts.changes.page(asked);
    const shown = found.slice(0, this.parts.pageSize);
    if (shown.length === 0) throw noRecordsMatch();
    const token = await this.token(request, shown, found.length > shown.length);
    const entryOf = (change: PublicChange) =>
      selection.verb === 'ListRecords'
        ? recordOf(change, format, context)
        : headerOf(change, context);
    return element(selection.verb, inTurn(shown, entryOf, token));
  }

  private askedOf({ selection, context }: ListRequest) {
    const { from, until, set: spec } = selection;
    const set = spec === null ? null : context.sets.find(spec);
    if (set === undefined) throw noRecordsMatch();
    return {
      ...readStretch(from, until),
      filter: set?.filter ?? {},
      reference: context.reference,
      fields: selection.verb === 'ListRecords' ? HARVESTED_FIELDS : [],
      most: this.parts.pageSize + 1,
      ...('after' in selection ? { after: selection.after } : {}),
    };
  }

  /** None for a list of a single page; an empty one ends a list that was resumed. */
  private async token(
    request: ListRequest,
    shown: readonly PublicChange[],
    hasMore: boolean,
  ): Promise<readonly XmlTree[]> {
    const { selection, now } = request;
    const isResumed = 'after' in selection;
    const last = shown.at(-1)?.links;
    if (!last || (!hasMore && !isResumed)) return [];
    const seen = isResumed ? selection.seen : 0;
    const size = isResumed ? selection.size : await this.parts.changes.count(this.askedOf(request));
    const about = { completeListSize: String(size), cursor: String(seen) };
    if (!hasMore) return [element('resumptionToken', '', about)];
    const after = { at: last.updatedAt, id: last._id };
    const resumption = { ...selection, after, size, seen: seen + shown.length };
    const { token, expires } = await this.parts.tokens.write(resumption, now);
    return [element('resumptionToken', token, { ...about, expirationDate: toDatestamp(expires) })];
  }
}

/** Each is made when it is written, and let go. */
function* inTurn(
  changes: readonly PublicChange[],
  entryOf: (change: PublicChange) => XmlTree,
  token: readonly XmlTree[],
): Generator<XmlTree> {
  for (const change of changes) yield entryOf(change);
  yield* token;
}
