import { pino } from 'pino';
import { KnowledgeKind } from '../../schema/knowledge-enums.js';
import type { RecordContent } from '../../schema/record-content.js';
import { readConfig } from '../../server/config.js';
import { createHub } from '../../server/hub.js';
import type { KnowledgeDocument } from '../../server/knowledge/knowledge.document.js';
import { Locale } from '../../server/locale.js';
import type { EditorOrders, FromEditor } from './editor-messages.js';
import { Factories } from './factories.js';
import { killAtEvent } from './kill-at-event.js';
import { BUILDER } from './record-stages.js';

/** A hub in which people save drafts and publish editions without end, until it is killed. */
const LANES = 2;
const PATIENCE_MS = 8_000;

const { settings, killAt } = JSON.parse(process.argv[2] ?? '') as EditorOrders;
const tell = (message: FromEditor) => process.send?.(message);
process.once('disconnect', () => process.exit());

const hub = await createHub(readConfig(settings), { log: pino({ level: 'silent' }) });
await hub.prepare();
const { knowledge } = hub.models;
const { drafting, review, publication, editions } = hub.publishing;
const build = new Factories(hub);
const institution = (await build.actor({ slug: 'instituto' }))._id;
await build.theme({ code: 'rare' });
const reference = await hub.references.get();
tell({ inForce: await inForceAfterStart() });
killAtEvent(hub, killAt);
await Promise.all([...Array.from({ length: LANES }, (_, lane) => saveOn(lane)), publishOn()]);

/** How many editions of the one family are in force, once that is one, or after some patience. */
async function inForceAfterStart(): Promise<number> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const [inForce, anyPublic] = await Promise.all([
      knowledge.collection.countDocuments({ public: true, inForce: true }),
      knowledge.collection.countDocuments({ public: true, kind: KnowledgeKind.PROTOCOL }),
    ]);
    if (inForce === 1 || anyPublic === 0) return 1;
    if (Date.now() > end) return inForce;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function draftOf(kind: KnowledgeKind, externalId: string): Promise<KnowledgeDocument> {
  const found = await knowledge.collection.findOne({ institution, externalId });
  if (found) return found as unknown as KnowledgeDocument;
  const given = { institution, kind, locale: Locale.ES, content: null, externalId };
  return drafting.create(BUILDER, given, reference);
}

async function saveOn(lane: number): Promise<void> {
  let { _id, revision = 0 } = await draftOf(KnowledgeKind.LESSON_LEARNED, `lane-${lane}`);
  for (;;) {
    const title = `${lane} ${revision + 1}`;
    const input: RecordContent = { texts: [{ locale: Locale.ES, title }] };
    const saved = await drafting.save(BUILDER, _id, revision, { input, note: null }, reference);
    revision = saved.revision ?? 0;
    tell({ id: _id, revision, title });
  }
}

/** Each edition takes the place of the last; every third is withdrawn, and the last comes back. */
async function publishOn(): Promise<void> {
  const content = {
    texts: [{ locale: Locale.ES, title: 'Plan', summary: 'Uno.', purpose: 'Fin.', body: 'Texto.' }],
    themes: ['rare'],
  };
  for (let turn = 1; ; turn++) {
    const old = (await knowledge.collection.findOne({ public: true, inForce: true })) as unknown;
    const begun = old
      ? await editions.create(BUILDER, (old as KnowledgeDocument)._id, null, reference)
      : await drafting.create(BUILDER, newProtocol(content), reference);
    const sent = await review.submit(BUILDER, begun._id, begun.revision ?? 0, null);
    const done = await publication.publish(BUILDER, sent._id, sent.revision ?? 0, null);
    tell({ id: done._id, revision: done.revision ?? 0, title: null });
    if (turn % 3 !== 0) continue;
    await publication.withdraw(BUILDER, done._id, done.revision ?? 0, { es: 'No rige.' });
  }
}

function newProtocol(content: RecordContent) {
  return {
    institution,
    kind: KnowledgeKind.PROTOCOL,
    locale: Locale.ES,
    content,
    externalId: null,
  };
}
