import type {
  EditorialAction,
  KnowledgeKind,
  Locale,
  OperationTypes,
} from '../../schema/operations/operation-types.js';
import { LOCALES } from '../locales.js';
import type { PageContext } from '../page-context.js';

/** Steps with a page of their own, as they stand in its address. */
export type StepName =
  | 'submit'
  | 'recall'
  | 'assign'
  | 'request-changes'
  | 'publish'
  | 'discard'
  | 'edit'
  | 'edition'
  | 'withdraw'
  | 'endorse'
  | 'restore';

export const STEP_OF_ACTION: Readonly<Partial<Record<EditorialAction, StepName>>> = {
  SUBMIT: 'submit',
  RECALL: 'recall',
  ASSIGN: 'assign',
  REQUEST_CHANGES: 'request-changes',
  PUBLISH: 'publish',
  DISCARD: 'discard',
  EDIT: 'edit',
  NEW_EDITION: 'edition',
  WITHDRAW: 'withdraw',
  ENDORSE: 'endorse',
};

export type Payload = OperationTypes['submit-draft']['data']['submitDraft'];

/** A step as it is about to be taken. */
export interface Taking {
  readonly context: PageContext;
  readonly id: string;
  readonly expectedVersion: number;
  readonly form: URLSearchParams;
}

type Take = (taking: Taking) => Promise<Payload>;

const noteOf = ({ form }: Taking): string | null => form.get('note')?.trim() || null;
const plain = ({ id, expectedVersion }: Taking) => ({ id, expectedVersion });

/** What each step asks of the hub. */
export const TAKE: Readonly<Record<StepName, Take>> = {
  submit: async (step) =>
    (await step.context.ask('submit-draft', { ...plain(step), note: noteOf(step) })).submitDraft,
  recall: async (step) => (await step.context.ask('recall-draft', plain(step))).recallDraft,
  assign: async (step) => {
    const member = step.form.get('member') || null;
    return (await step.context.ask('assign-reviewer', { ...plain(step), member })).assignReviewer;
  },
  'request-changes': async (step) => {
    const note = noteOf(step) ?? '';
    return (await step.context.ask('request-changes', { ...plain(step), note })).requestChanges;
  },
  publish: async (step) =>
    (await step.context.ask('publish-draft', { ...plain(step), note: noteOf(step) })).publishDraft,
  discard: async (step) => (await step.context.ask('discard-draft', plain(step))).discardDraft,
  edit: async (step) => (await step.context.ask('edit-item', plain(step))).editItem,
  edition: async (step) =>
    (await step.context.ask('create-edition', { from: step.id })).createEdition,
  withdraw: async (step) => {
    const reason = LOCALES.flatMap((locale) => {
      const text = step.form.get(`reason.${locale}`)?.trim();
      return text ? [{ locale: locale.toUpperCase() as Locale, text }] : [];
    });
    return (await step.context.ask('withdraw-item', { ...plain(step), reason })).withdrawItem;
  },
  endorse: async (step) => {
    const country = step.form.get('country') ?? '';
    const given = { ...plain(step), country, note: noteOf(step) };
    return (await step.context.ask('endorse-item', given)).endorseItem;
  },
  restore: async (step) => {
    const number = Number(step.form.get('revision'));
    return (await step.context.ask('restore-revision', { ...plain(step), number })).restoreRevision;
  },
};

export const isStep = (name: string): name is StepName => Object.hasOwn(TAKE, name);

/** Steps that ask for a word, and whether it has to be there. */
export const NOTES: Readonly<Partial<Record<StepName, 'needed' | 'welcome'>>> = {
  submit: 'welcome',
  'request-changes': 'needed',
  publish: 'welcome',
  endorse: 'welcome',
};

/** Where a step leads when it was taken. */
export const isEditedNext = (step: StepName): boolean =>
  ['recall', 'edit', 'edition', 'restore'].includes(step);

/** Kinds of records, in the order in which a new one is offered. */
export const NEW_KINDS: readonly KnowledgeKind[] = [
  'LESSON_LEARNED',
  'CASE_STUDY',
  'BEST_PRACTICE',
  'PROTOCOL',
];
