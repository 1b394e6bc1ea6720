import { TranslationUnavailable } from './translation-service.js';

export interface ConnectionOptions {
  readonly url: string;
  /** A request that takes longer is given up. */
  readonly timeoutMs: number;
}

/** A translation grows by a half at most; a server that sends much more is not one. */
const MOST_ANSWER_BYTES = 2 ** 20;

/** Reaches a server over HTTP; whatever says that it is away becomes `TranslationUnavailable`. */
export class TranslationConnection {
  private readonly base: string;

  constructor(private readonly options: ConnectionOptions) {
    this.base = options.url.replace(/\/+$/, '');
  }

  /** The answer to a POST, as JSON says it. */
  async post(
    path: string,
    body: string | URLSearchParams,
    contentType: string,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    signal?.throwIfAborted();
    const deadline = AbortSignal.timeout(this.options.timeoutMs);
    const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
    const headers = { 'content-type': contentType };
    try {
      const response = await fetch(`${this.base}${path}`, {
        method: 'POST',
        body,
        headers,
        signal: either,
        redirect: 'error',
      });
      const text = await readText(response);
      if (!response.ok) throw refused(response.status);
      return JSON.parse(text) as unknown;
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof TranslationUnavailable ? error : away(error, deadline.aborted);
    }
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_ANSWER_BYTES) {
      throw new TranslationUnavailable('The translation service answers with far too much.');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Without the server's own words: they may repeat the text or the key. */
const refused = (status: number): TranslationUnavailable =>
  new TranslationUnavailable(`The translation service answers with status ${status}.`);

const away = (cause: unknown, isLate: boolean): TranslationUnavailable =>
  new TranslationUnavailable(
    isLate
      ? 'The translation service does not answer in time.'
      : 'The translation service does not answer.',
    { cause },
  );

/** The server speaks, but not its protocol. */
export const notUnderstood = (): TranslationUnavailable =>
  new TranslationUnavailable('The translation service answers with something else.');
