import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { InstitutionRole, TokenScope } from '../../schema/member-enums.js';
import { LESSON, RecordSteps } from './editorial.js';
import { PNG, pdfFile } from './files.js';
import { asMember, KnownMembers } from './members.js';
import { startTestHub, type TestHub, type TestHubOptions } from './start-test-hub.js';
import { type UploadAnswer, upload } from './uploads.js';

const REMOVE = `mutation ($id: ID!, $attachment: ID!, $expectedVersion: Int!) {
  removeAttachment(id: $id, attachment: $attachment, expectedVersion: $expectedVersion) {
    record { version draft { preview { attachments { id } } } }
    problems { code currentVersion }
  }
}`;

interface Removal {
  readonly removeAttachment: {
    readonly record: { readonly version: number } | null;
    readonly problems: readonly { readonly code: string }[];
  };
}

/** A hub with an institution, its members and its records. `otto` is of another one. */
export class AttachmentDesk {
  private institute = '';
  theme = '';
  private count = 0;

  constructor(readonly hub: TestHub) {}

  static async open(
    start: (options: TestHubOptions) => Promise<TestHub> = startTestHub,
    config: TestHubOptions['config'] = {},
  ): Promise<AttachmentDesk> {
    const members = new KnownMembers();
    const desk = new AttachmentDesk(await start({ authenticator: members, config }));
    const { build } = desk.hub;
    desk.institute = (await build.actor({ slug: 'instituto' }))._id;
    const other = (await build.actor({ slug: 'otro' }))._id;
    desk.theme = (await build.theme()).code;
    members.contributor('rosa', desk.institute);
    members.editor('elena', desk.institute);
    members.editor('otto', other);
    const memberships = [{ institution: desk.institute, role: InstitutionRole.EDITOR }];
    members.add('reading', { memberships, via: 'TOKEN', scopes: [TokenScope.READ] });
    return desk;
  }

  draft = () =>
    RecordSteps.create(this.hub, 'rosa', this.institute, { ...LESSON, themes: [this.theme] });

  /** A draft with one file. */
  async withFile(content: Buffer = pdfFile(`palabra ${++this.count}`), name = 'Informe año.pdf') {
    const steps = await this.draft();
    const answer = await upload(this.hub, 'rosa', steps, content, name);
    steps.version = answer.version;
    return { steps, content, attachment: answer.attachment };
  }

  async published(content?: Buffer, name?: string) {
    const made = await this.withFile(content, name);
    await this.publish(made.steps);
    return made;
  }

  async publish(steps: RecordSteps): Promise<void> {
    await steps.take('rosa', 'submitDraft');
    const { problems } = await steps.take('elena', 'publishDraft');
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
    await this.hub.hub.indexer.settle();
  }

  async remove(steps: RecordSteps, { id }: UploadAnswer['attachment'], member = 'rosa') {
    const variables = { id: steps.id, attachment: id, expectedVersion: steps.version };
    const { removeAttachment } = await asMember(this.hub, member)<Removal>(REMOVE, variables);
    steps.version = removeAttachment.record?.version ?? steps.version;
    return removeAttachment;
  }

  /** Names of the files of a draft. */
  async attached({ id }: { readonly id: string }): Promise<readonly string[]> {
    const { editorialRecord } = await asMember(
      this.hub,
      'rosa',
    )<{
      editorialRecord: { draft: { preview: { attachments: readonly { name: string }[] } } };
    }>(`{ editorialRecord(id: "${id}") { draft { preview { attachments { name } } } } }`);
    return editorialRecord.draft.preview.attachments.map(({ name }) => name);
  }

  /** What is arriving at this moment. */
  arriving = () => this.filesBelow('incoming');

  /** Hashes of all files that are kept. */
  stored = () => this.filesBelow('attachments');

  /** Content that nobody has uploaded before. */
  image = (bytes = 0) => Buffer.concat([PNG, Buffer.from(`${++this.count}`), Buffer.alloc(bytes)]);

  private async filesBelow(folder: string): Promise<readonly string[]> {
    const path = join(this.hub.hub.config.DATA_DIR, folder);
    const found = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
    return found.filter((entry) => entry.isFile()).map((entry) => entry.name);
  }
}
