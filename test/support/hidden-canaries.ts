import { CANARY, contentOfCanaries } from './canary.js';
import { type At, BUILDER, type RecordStages } from './record-stages.js';
import type { TestHub } from './start-test-hub.js';

/** A record in every state that the public does not see, by its name. */
export async function hideCanaries(
  hub: TestHub,
  records: RecordStages,
): Promise<ReadonlyMap<string, At>> {
  const hidden = new Map<string, At>();
  const { publishing, references } = hub.hub;
  const reference = await references.get();
  const canaries = contentOfCanaries();
  const untitled = contentOfCanaries({ title: 'Un registro' });
  hidden.set('draft', await records.draft(canaries));
  hidden.set('in review', await records.submitted(canaries));

  const back = await records.submitted(canaries);
  await publishing.review.requestChanges(BUILDER, back.id, back.expectedVersion, CANARY);
  hidden.set('changes requested', back);

  const given = await records.draft(canaries);
  await publishing.drafting.discard(BUILDER, given.id, given.expectedVersion);
  hidden.set('given up', given);

  const next = await records.edited();
  const change = { input: canaries, note: CANARY };
  await publishing.drafting.save(BUILDER, next.id, next.expectedVersion, change, reference);
  hidden.set('next version', next);

  const replaced = await records.edited(untitled);
  await replaceAll(hub, replaced);
  hidden.set('replaced', replaced);

  hidden.set('withdrawn', await records.withdrawn(untitled));
  await hub.hub.indexer.settle();
  await hub.hub.publishing.filer.fileAll();
  return hidden;
}

/** Its words give way to others, in all four languages. */
async function replaceAll(hub: TestHub, { id, expectedVersion }: At): Promise<void> {
  const { drafting, review, publication } = hub.hub.publishing;
  const reference = await hub.hub.references.get();
  const texts = (contentOfCanaries().texts ?? []).map((text) => {
    const emptied = Object.fromEntries(Object.keys(text).map((field) => [field, null]));
    return {
      ...emptied,
      locale: text.locale,
      title: 'Otro',
      summary: 'Otro.',
      purpose: 'Fin.',
      body: 'Otro.',
    };
  });
  const input = { texts, sources: [], results: [], steps: [] } as never;
  const saved = await drafting.save(BUILDER, id, expectedVersion, { input, note: null }, reference);
  const sent = await review.submit(BUILDER, id, saved.revision ?? 0, null);
  await publication.publish(BUILDER, id, sent.revision ?? 0, null);
}
