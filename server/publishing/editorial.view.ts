import {
  type Draft,
  EditorialAction,
  type EditorialRecord,
} from '../../schema/editorial-record.js';
import { ItemStatus, KnowledgeKind } from '../../schema/knowledge-enums.js';
import { isAllowed } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import type { KnowledgeDocument, StoredDraft } from '../knowledge/knowledge.document.js';
import { toKnowledgeItem, type ViewContext } from '../knowledge/knowledge.view.js';
import { preferredLocales } from '../localized.js';
import { toRecordContent, toTextStates } from './content.view.js';
import { missingParts } from './missing-parts.js';

/** A record as a member of its institution sees it; others, who may take some steps with it, see no draft. */
export function toEditorialRecord(
  whole: KnowledgeDocument,
  viewer: Viewer,
  context: ViewContext,
  today: string,
): EditorialRecord {
  const stored = isAllowed(viewer, 'editorialRecord', whole.institution ?? null)
    ? whole
    : { ...whole, draft: undefined };
  const { draft, reviewBy = null } = stored;
  const { texts } = draft?.content ?? stored;
  const shown = preferredLocales(context.locale).find((locale) => texts[locale]?.title);
  return {
    id: stored._id,
    slug: stored.slug,
    kind: stored.kind,
    version: stored.revision ?? 0,
    status: stored.status,
    title: shown ? (texts[shown]?.title ?? '') : '',
    institution: context.reference.actors.get(stored.institution ?? '') ?? null,
    externalId: stored.externalId ?? null,
    draft: draft ? toDraft(stored, draft, context) : null,
    touchedAt: stored.touchedAt ?? stored.updatedAt,
    publishedAt: stored.publishedAt,
    reviewBy,
    isReviewDue: stored.public && reviewBy !== null && reviewBy <= today,
    actions: actionsOf(stored, viewer),
  };
}

function toDraft(stored: KnowledgeDocument, draft: StoredDraft, context: ViewContext): Draft {
  const { content, assignee = null, reviewNote = null, ...rest } = draft;
  // A getter each: not every page shows what they hold.
  return {
    status: rest.status,
    authors: rest.authors,
    savedAt: rest.savedAt,
    savedBy: rest.savedBy,
    assignee,
    reviewNote,
    get content() {
      return toRecordContent(content);
    },
    get textStates() {
      return toTextStates(content);
    },
    get missing() {
      return missingParts(stored.kind, content);
    },
    get preview() {
      return toKnowledgeItem({ ...stored, ...content }, context);
    },
  };
}

function actionsOf(stored: KnowledgeDocument, viewer: Viewer): readonly EditorialAction[] {
  const institution = stored.institution ?? null;
  const { draft, kind } = stored;
  const may = (action: Parameters<typeof isAllowed>[1]) => isAllowed(viewer, action, institution);
  const isOpen = draft !== undefined && draft.status !== ItemStatus.IN_REVIEW;
  const isWaiting = draft?.status === ItemStatus.IN_REVIEW;
  const isProtocol = kind === KnowledgeKind.PROTOCOL;
  const offered: readonly (readonly [EditorialAction, boolean])[] = [
    [EditorialAction.SAVE, isOpen && may('saveDraft')],
    [EditorialAction.SUBMIT, isOpen && may('submitDraft')],
    [EditorialAction.DISCARD, isOpen && may('discardDraft')],
    [EditorialAction.RECALL, isWaiting && may('recallDraft')],
    [EditorialAction.ASSIGN, draft !== undefined && may('assignReviewer')],
    [EditorialAction.REQUEST_CHANGES, isWaiting && may('requestChanges')],
    [EditorialAction.PUBLISH, isWaiting && may('publishDraft')],
    [EditorialAction.EDIT, stored.public && !draft && may('editItem')],
    [EditorialAction.NEW_EDITION, stored.public && isProtocol && may('createEdition')],
    [EditorialAction.WITHDRAW, stored.public && may('withdrawItem')],
    [EditorialAction.ENDORSE, stored.public && may('endorseItem')],
  ];
  return offered.flatMap(([action, isOffered]) => (isOffered ? [action] : []));
}
