import { KnowledgeKind } from '../schema/knowledge-enums.js';
import { HubRole } from '../schema/member-enums.js';
import { ANONYMOUS, type Viewer } from '../server/auth/viewer.js';
import type { Hub } from '../server/hub.js';
import { Locale } from '../server/locale.js';

/** Who writes in the measurements. */
export const EDITOR: Viewer = {
  ...ANONYMOUS,
  memberId: 'mem_bench',
  name: 'Bench',
  hubRoles: [HubRole.ADMINISTRATOR],
  via: 'CLI',
};

const LESSON = 'Quien compra en común paga menos y espera menos. ';
const BODY = LESSON.repeat(200);

/** A lesson of 10,000 characters that could be sent to review. */
export async function newDraft(hub: Hub, title: string) {
  const reference = await hub.references.get();
  const known = reference.in(Locale.ES);
  const [institution = ''] = known.actors.keys();
  const [theme = ''] = known.themes.keys();
  const texts = [{ locale: Locale.ES, title, summary: 'Resumen.', lesson: LESSON, body: BODY }];
  const given = {
    institution,
    kind: KnowledgeKind.LESSON_LEARNED,
    locale: Locale.ES,
    content: { texts, themes: [theme] },
    externalId: null,
  };
  return hub.publishing.drafting.create(EDITOR, given, reference);
}

/** A draft that a reviewer may publish. */
export async function newSubmission(hub: Hub, title: string) {
  const { _id, revision = 1 } = await newDraft(hub, title);
  return hub.publishing.review.submit(EDITOR, _id, revision, null);
}
