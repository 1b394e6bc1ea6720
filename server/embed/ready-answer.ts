import { createHash } from 'node:crypto';

const TAG_LENGTH = 22;

/** The answer to one question of an embedding site, ready to be sent any number of times. */
export class ReadyAnswer {
  /** Its UTF-8 bytes as Latin-1 text: Node sends such a text and the headers in one piece. */
  readonly bytes: string;
  readonly length: string;
  /** Strong: the same bytes, the same tag. */
  readonly etag: string;

  constructor(
    json: string,
    /** Search is down; this is what it found last. */
    readonly isStale = false,
  ) {
    const encoded = Buffer.from(json);
    this.bytes = encoded.toString('latin1');
    this.length = String(encoded.length);
    const digest = createHash('sha256').update(encoded).digest('base64url').slice(0, TAG_LENGTH);
    this.etag = `"${digest}"`;
  }

  get json(): string {
    return Buffer.from(this.bytes, 'latin1').toString('utf8');
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
