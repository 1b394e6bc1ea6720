import { KnowledgeKind } from '../../schema/knowledge-enums.js';
import { HubRole } from '../../schema/member-enums.js';
import type { RecordContent } from '../../schema/record-content.js';
import { RevisionAction } from '../../schema/revision.js';
import { ALL_SCOPES, ANONYMOUS, type Viewer } from '../../server/auth/viewer.js';
import type { KnowledgeDocument } from '../../server/knowledge/knowledge.document.js';
import { Locale } from '../../server/locale.js';
import { openDraft } from '../../server/publishing/drafting.service.js';
import type { TestHub } from './start-test-hub.js';

/** May do everything; never asks over HTTP. */
export const BUILDER: Viewer = {
  ...ANONYMOUS,
  memberId: 'mem_builder',
  name: 'Builder',
  hubRoles: [HubRole.ADMINISTRATOR],
  scopes: ALL_SCOPES,
  via: 'CLI',
};

/** Of the content that tests care about; the rest is filled in. */
export type MoreContent = Pick<RecordContent, keyof RecordContent>;

export interface At {
  readonly id: string;
  readonly expectedVersion: number;
}

const at = ({ _id: id, revision = 0 }: KnowledgeDocument): At => ({
  id,
  expectedVersion: revision,
});

/** Brings records of an institution to where a test begins, by the services that the doors use. */
export class RecordStages {
  constructor(
    private readonly hub: TestHub,
    readonly institution: string,
    private readonly theme: string,
  ) {}

  async draft(more: MoreContent = {}, kind = KnowledgeKind.PROTOCOL): Promise<At> {
    const { publishing, references } = this.hub.hub;
    const texts = [
      {
        locale: Locale.ES,
        title: 'Plan',
        summary: 'Resumen.',
        body: 'Texto.',
        purpose: 'Fin.',
        lesson: 'Lección.',
        context: 'Contexto.',
        approach: 'Enfoque.',
        problem: 'Problema.',
      },
    ];
    const given = {
      institution: this.institution,
      kind,
      locale: Locale.ES,
      content: { texts, themes: [this.theme], ...more },
      externalId: null,
    };
    return at(await publishing.drafting.create(BUILDER, given, await references.get()));
  }

  /** A draft with a file, of which only the record knows. */
  async withFile(): Promise<At & { readonly attachment: string }> {
    const { id, expectedVersion } = await this.draft();
    const { ledger, drafting } = this.hub.hub.publishing;
    const record = (await ledger.read(id)) as KnowledgeDocument;
    const hash = '0'.repeat(64);
    const file = { id: `att_${id}`, hash, name: 'plan.png', type: 'image/png', bytes: 1 } as const;
    const content = { ...openDraft(record).content, attachments: [file] };
    const change = { action: RevisionAction.SAVED, content };
    const changed = await drafting.write(BUILDER, record, expectedVersion, change);
    return { ...at(changed), attachment: file.id };
  }

  async submitted(more: MoreContent = {}, kind = KnowledgeKind.PROTOCOL): Promise<At> {
    const { id, expectedVersion } = await this.draft(more, kind);
    const { review } = this.hub.hub.publishing;
    return at(await review.submit(BUILDER, id, expectedVersion, null));
  }

  async published(more: MoreContent = {}, kind = KnowledgeKind.PROTOCOL): Promise<At> {
    const { id, expectedVersion } = await this.submitted(more, kind);
    const { publication } = this.hub.hub.publishing;
    return at(await publication.publish(BUILDER, id, expectedVersion, null));
  }

  /** A published record whose next version is being written. */
  async edited(more: MoreContent = {}, kind = KnowledgeKind.PROTOCOL): Promise<At> {
    const { id, expectedVersion } = await this.published(more, kind);
    const { drafting } = this.hub.hub.publishing;
    return at(await drafting.edit(BUILDER, id, expectedVersion));
  }

  async withdrawn(more: MoreContent = {}, kind = KnowledgeKind.PROTOCOL): Promise<At> {
    const { id, expectedVersion } = await this.published(more, kind);
    const { publication } = this.hub.hub.publishing;
    const reason = { es: 'Era de otro año.' };
    return at(await publication.withdraw(BUILDER, id, expectedVersion, reason));
  }
}
