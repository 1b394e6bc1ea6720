import { createHash } from 'node:crypto';

const TAG_LENGTH = 22;

/** The answer to one question of an embedding site, ready to be sent any number of times. */
export class ReadyAnswer {
  readonly bytes: Buffer;
  readonly length: string;
  /** Strong: the same bytes, the same tag. */
  readonly etag: string;

  constructor(
    json: string,
    /** Search is down; this is what it found last. */
    readonly isStale = false,
  ) {
    this.bytes = Buffer.from(json);
    this.length = String(this.bytes.length);
    const digest = createHash('sha256').update(this.bytes).digest('base64url');
    this.etag = `"${digest.slice(0, TAG_LENGTH)}"`;
  }

  get json(): string {
    return this.bytes.toString('utf8');
  }

  /** The `data` of the GraphQL answer. */
  get data(): Readonly<Record<string, unknown>> {
    return (JSON.parse(this.json) as { readonly data: Readonly<Record<string, unknown>> }).data;
  }

  /** The same, marked for programs. */
  asStale(): ReadyAnswer {
    const whole = this.json;
    return new ReadyAnswer(`${whole.slice(0, -1)},"extensions":{"stale":true}}`, true);
  }
}
