import { z } from 'zod';
import type { Locale } from '../locale.js';
import {
  type ConnectionOptions,
  notUnderstood,
  TranslationConnection,
} from './translation.connection.js';
import type { TranslationServer } from './translation.server.js';

export interface LibreTranslateOptions extends ConnectionOptions {
  readonly apiKey?: string;
}

const answerSchema = z.object({ translatedText: z.array(z.string()) });

/** Public servers take 2,000 characters at once where they set a limit. */
const MOST_LETTERS = 1_800;

/** Any server that speaks LibreTranslate's protocol; it finds the way between languages itself. */
export class LibreTranslateServer implements TranslationServer {
  readonly name = 'libretranslate';
  readonly mostLetters = MOST_LETTERS;
  private readonly connection: TranslationConnection;
  private readonly apiKey: string | undefined;

  constructor({ apiKey, ...connection }: LibreTranslateOptions) {
    this.connection = new TranslationConnection(connection);
    this.apiKey = apiKey;
  }

  route(from: Locale, to: Locale): readonly Locale[] {
    return [from, to];
  }

  async send(
    pieces: readonly string[],
    from: Locale,
    to: Locale,
    signal: AbortSignal | undefined,
  ): Promise<readonly string[]> {
    const key = this.apiKey ? { api_key: this.apiKey } : {};
    const body = JSON.stringify({ q: pieces, source: from, target: to, format: 'html', ...key });
    const answer = answerSchema.safeParse(
      await this.connection.post('/translate', body, 'application/json', signal),
    );
    if (!answer.success || answer.data.translatedText.length !== pieces.length) {
      throw notUnderstood();
    }
    return answer.data.translatedText;
  }
}
