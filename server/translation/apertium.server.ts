import { z } from 'zod';
import { Locale } from '../locale.js';
import {
  type ConnectionOptions,
  notUnderstood,
  TranslationConnection,
} from './translation.connection.js';
import type { TranslationServer } from './translation.server.js';

const CODES: Readonly<Record<Locale, string>> = {
  [Locale.ES]: 'spa',
  [Locale.EN]: 'eng',
  [Locale.PT]: 'por',
  [Locale.FR]: 'fra',
};
/** The hub writes Portuguese as Brazil does; from Portuguese Apertium reads one kind only. */
const TARGET_CODES: Readonly<Record<Locale, string>> = { ...CODES, [Locale.PT]: 'por_BR' };

const answerSchema = z.object({ responseData: z.object({ translatedText: z.string() }) });

/** Marks of words that Apertium does not know (`*`), cannot inflect (`#`) or cannot look up (`@`). */
const WORD_MARKS = /[*#@](?=[\p{L}\p{N}])/gu;

const PARAGRAPH = /<p>[\s\S]*?<\/p>/g;

const MOST_LETTERS = 6_000;

/** Apertium APY: Debian's packages pair Spanish with each of the other languages. */
export class ApertiumServer implements TranslationServer {
  readonly name = 'apertium';
  readonly mostLetters = MOST_LETTERS;
  private readonly connection: TranslationConnection;

  constructor(options: ConnectionOptions) {
    this.connection = new TranslationConnection(options);
  }

  route(from: Locale, to: Locale): readonly Locale[] {
    const isDirect = from === Locale.ES || to === Locale.ES;
    return isDirect ? [from, to] : [from, Locale.ES, to];
  }

  /** A request holds one text: the pieces are its paragraphs, which are translated each for itself. */
  async send(
    pieces: readonly string[],
    from: Locale,
    to: Locale,
    signal: AbortSignal | undefined,
  ): Promise<readonly string[]> {
    const whole = await this.ask(
      pieces.map((piece) => `<p>${piece}</p>`).join('\n'),
      from,
      to,
      signal,
    );
    const paragraphs = whole.match(PARAGRAPH) ?? [];
    if (paragraphs.length !== pieces.length) throw notUnderstood();
    return paragraphs.map((paragraph) => paragraph.slice('<p>'.length, -'</p>'.length));
  }

  private async ask(html: string, from: Locale, to: Locale, signal: AbortSignal | undefined) {
    const langpair = `${CODES[from]}|${TARGET_CODES[to]}`;
    const body = new URLSearchParams({ langpair, q: html, format: 'html', markUnknown: 'no' });
    const type = 'application/x-www-form-urlencoded;charset=UTF-8';
    const answer = answerSchema.safeParse(
      await this.connection.post('/translate', body, type, signal),
    );
    if (!answer.success) throw notUnderstood();
    return answer.data.responseData.translatedText.replace(WORD_MARKS, '');
  }
}
