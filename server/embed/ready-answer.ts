import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);
const TAG_LENGTH = 22;
/** Shorter ones fit into one packet anyway. */
const WORTH_COMPRESSING = 1_000;

/** The bytes of an answer in one content coding. */
export interface CodedAnswer {
  readonly bytes: Buffer;
  readonly length: string;
  /** Strong: the same bytes, the same tag. */
  readonly etag: string;
  readonly coding: 'gzip' | null;
}

/** The answer to one question of an embedding site, ready to be sent any number of times. */
export class ReadyAnswer {
  private constructor(
    readonly plain: CodedAnswer,
    private readonly gzipped: CodedAnswer | null,
    /** Search is down; this is what it found last. */
    readonly isStale: boolean,
  ) {}

  /** Compresses once what will be sent many times. */
  static async of(json: string, isStale = false): Promise<ReadyAnswer> {
    const bytes = Buffer.from(json);
    const gzipped = bytes.length < WORTH_COMPRESSING ? null : coded(await compress(bytes), 'gzip');
    return new ReadyAnswer(coded(bytes, null), gzipped, isStale);
  }

  /** In the shortest coding that whoever asks takes. */
  codedFor(takesGzip: boolean): CodedAnswer {
    return (takesGzip && this.gzipped) || this.plain;
  }

  /** Whether somebody has it already, in whatever coding. */
  hasTag(etag: string): boolean {
    return etag === this.plain.etag || etag === this.gzipped?.etag;
  }

  /** Bytes in memory. */
  get size(): number {
    return this.plain.bytes.length + (this.gzipped?.bytes.length ?? 0);
  }

  get json(): string {
    return this.plain.bytes.toString('utf8');
  }

  /** The `data` of the GraphQL answer. */
  get data(): Readonly<Record<string, unknown>> {
    return (JSON.parse(this.json) as { readonly data: Readonly<Record<string, unknown>> }).data;
  }

  /** The same, marked for programs. */
  asStale(): Promise<ReadyAnswer> {
    return ReadyAnswer.of(`${this.json.slice(0, -1)},"extensions":{"stale":true}}`, true);
  }
}

function coded(bytes: Buffer, coding: CodedAnswer['coding']): CodedAnswer {
  const digest = createHash('sha256').update(bytes).digest('base64url');
  return {
    bytes,
    length: String(bytes.length),
    etag: `"${digest.slice(0, TAG_LENGTH)}"`,
    coding,
  };
}
