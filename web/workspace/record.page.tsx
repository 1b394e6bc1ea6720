import { notFoundPage, signInAddress } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import { type PageAnswer, seeOther } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { Choices } from './choices.js';
import { Editor } from './editor.js';
import { type EditorParts, EditorView, type WorkedOn } from './editor-view.js';
import { toForm } from './record-form.js';
import { standingPage } from './standing.page.js';

/** A record for whoever works on it: the editor while it can be written in, else where it stands. */
export async function recordPage(context: PageContext): Promise<PageAnswer> {
  if (!context.viewer) return seeOther(signInAddress(context));
  const record = await readRecord(context);
  if (!record) return notFoundPage(context);
  if (!isOpen(record)) return standingPage(context, record);
  const choices = await Choices.load(context);
  return editorPage(context, await storedParts(context, record, choices));
}

export async function readRecord(context: PageContext): Promise<WorkedOn | null> {
  const { editorialRecord } = await context.ask('record', {
    id: decodeURIComponent(context.param('id')),
  });
  return editorialRecord;
}

export const isOpen = (record: WorkedOn): record is EditorParts['record'] =>
  record.draft !== null && record.actions.includes('SAVE');

/** The editor with what is stored. */
export async function storedParts(
  context: PageContext,
  record: EditorParts['record'],
  choices: Choices,
): Promise<EditorParts> {
  const { content } = record.draft;
  const locale = content.originalLocale ?? 'ES';
  const form = toForm(content, record.kind, locale, choices.actorName);
  return { context, record, choices, form, problems: [], isSaved: true };
}

export function editorPage(context: PageContext, parts: EditorParts): PageAnswer {
  const view = new EditorView(parts);
  const isAtFault = view.problems.length > 0 || view.conflict !== undefined;
  return renderDocument(context, {
    title: view.record.title || context.t('workspace.untitled'),
    description: context.t('workspace.lead'),
    status: isAtFault ? 422 : 200,
    isIndexed: false,
    hasHeaderSearch: false,
    islands: ['editor'],
    children: <Editor view={view} />,
  });
}
