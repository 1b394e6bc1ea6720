import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import type { Choices } from './choices.js';
import { fieldOf, localeOf, problemText, type ShownProblem } from './problem-texts.js';
import type { RowList } from './record-fields.js';

export type WorkedOn = NonNullable<OperationTypes['record']['data']['editorialRecord']>;
export type WorkedOnDraft = NonNullable<WorkedOn['draft']>;
export type Changes = OperationTypes['compare-revisions']['data']['compareRevisions'];

/** What somebody else has saved meanwhile. */
export interface Conflict {
  readonly by: string;
  readonly at: string;
  readonly changes: Changes;
}

/** All that the page of the editor shows. */
export interface EditorParts {
  readonly context: PageContext;
  readonly record: WorkedOn & { readonly draft: WorkedOnDraft };
  readonly choices: Choices;
  /** What the fields hold: what is stored, or what was sent a moment ago. */
  readonly form: URLSearchParams;
  readonly problems: readonly ShownProblem[];
  readonly conflict?: Conflict;
  /** The row that was added or moved. */
  readonly focused?: { readonly list: RowList; readonly place: number };
  /** False: the fields hold more than is stored. */
  readonly isSaved: boolean;
}

/** The same with what follows from it. */
export class EditorView {
  readonly context: PageContext;
  readonly record: EditorParts['record'];
  readonly choices: Choices;
  readonly form: URLSearchParams;
  readonly problems: readonly ShownProblem[];
  readonly conflict: Conflict | undefined;
  readonly focused: EditorParts['focused'];
  readonly isSaved: boolean;

  constructor(parts: EditorParts) {
    this.context = parts.context;
    this.record = parts.record;
    this.choices = parts.choices;
    this.form = parts.form;
    this.problems = parts.problems;
    this.conflict = parts.conflict;
    this.focused = parts.focused;
    this.isSaved = parts.isSaved;
  }

  /** What is missing in the original before it can be submitted. */
  get missing() {
    const { missing, content } = this.record.draft;
    return missingInOriginal(missing, content.originalLocale);
  }

  /** The same in translations, which have pages of their own. */
  get missingElsewhere() {
    const own = new Set(this.missing);
    return this.record.draft.missing.filter((one) => !own.has(one));
  }

  get needed(): ReadonlySet<string> {
    return NEEDED[this.record.kind];
  }

  /** Whether something outside of the main fields is wrong. */
  get isAtFault(): boolean {
    return this.faults.size > 0;
  }

  /** What is wrong, by the names of fields. */
  get faults(): ReadonlyMap<string, string> {
    return new Map(
      this.problems.flatMap((problem) => {
        const field = fieldOf(problem);
        const isShown = field !== null && problem.code !== 'CONFLICT';
        return isShown ? [[field, problemText(this.context, problem, this.form)]] : [];
      }),
    );
  }
}

/** Without what is missing in translations. */
export function missingInOriginal<T extends ShownProblem>(
  missing: readonly T[],
  originalLocale: string | null | undefined,
): readonly T[] {
  const original = originalLocale?.toLowerCase() ?? null;
  return missing.filter((one) => [null, original].includes(localeOf(one)));
}

/** As the hub asks for it before a record is submitted. */
const NEEDED: Readonly<Record<WorkedOn['kind'], ReadonlySet<string>>> = {
  LESSON_LEARNED: new Set(['title', 'summary', 'lesson', 'themes']),
  CASE_STUDY: new Set(['title', 'summary', 'context', 'approach', 'themes']),
  BEST_PRACTICE: new Set(['title', 'summary', 'problem', 'approach', 'themes']),
  PROTOCOL: new Set(['title', 'summary', 'purpose', 'themes']),
};
