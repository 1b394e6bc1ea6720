import type {
  ChallengeCountsQuery,
  ChallengesQuery,
  KnowledgeKind,
} from '../../schema/operations/operation-types.js';
import { unlessSearchIsDown } from '../counts/record-counts.js';
import type { PageContext } from '../page-context.js';

export type Challenge = ChallengesQuery['challenges'][number];

type Column = 'practices' | 'lessons' | 'protocols';

/** What can answer a challenge, column by column, and the kinds of record that each takes. */
export const COLUMNS: readonly (readonly [Column, readonly KnowledgeKind[]])[] = [
  ['practices', ['BEST_PRACTICE', 'CASE_STUDY']],
  ['lessons', ['LESSON_LEARNED']],
  ['protocols', ['PROTOCOL']],
];

/** How many records of each column answer each challenge. */
export class ChallengeCoverage {
  private readonly counts: ReadonlyMap<Column, ReadonlyMap<string, number>>;

  constructor(private readonly found: ChallengeCountsQuery) {
    this.counts = new Map(
      COLUMNS.map(([column]) => [
        column,
        new Map(
          found[column].facets.flatMap(({ values }) =>
            values.map(({ value, count }) => [value, count] as const),
          ),
        ),
      ]),
    );
  }

  of(column: Column, challenge: string): number {
    return this.counts.get(column)?.get(challenge) ?? 0;
  }

  ofAll(challenge: string): number {
    return COLUMNS.reduce((sum, [column]) => sum + this.of(column, challenge), 0);
  }

  /** Records of a column, each counted once however many challenges it answers. */
  records(column: Column): number {
    return this.found[column].totalCount;
  }

  /** Challenges that nothing in the column answers. */
  gaps(column: Column, challenges: readonly Challenge[]): number {
    return challenges.filter(({ code }) => this.of(column, code) === 0).length;
  }
}

/** Null while search is down. */
export async function readCoverage(
  context: PageContext,
  challenges: readonly Challenge[],
): Promise<ChallengeCoverage | null> {
  const codes = challenges.map(({ code }) => code);
  const found = await unlessSearchIsDown(context.ask('challenge-counts', { challenges: codes }));
  return found && new ChallengeCoverage(found);
}
