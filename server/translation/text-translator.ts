import type { Locale } from '../locale.js';
import { MarkedText } from './marked-text.js';
import { RequestGate } from './request-gate.js';
import { partsOf, type TextPart } from './text-lines.js';
import type { TranslationServer } from './translation.server.js';
import type { TranslationService } from './translation-service.js';

/** A service is small and shared: people’s drafts and the background take turns. */
const REQUESTS_AT_ONCE = 2;
const PIECES_PER_REQUEST = 50;

type Leg = readonly [from: Locale, to: Locale];

/** Translates texts of any length through a server that takes some lines at a time. */
export class TextTranslator implements TranslationService {
  readonly name: string;
  private readonly gate = new RequestGate(REQUESTS_AT_ONCE);

  constructor(private readonly server: TranslationServer) {
    this.name = server.name;
  }

  async translate(
    texts: readonly string[],
    from: Locale,
    to: Locale,
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    signal?.throwIfAborted();
    if (from === to) return texts;
    // Marks and entities take room beside the letters.
    const most = this.server.mostLetters / 2;
    const parted = texts.map((text) => partsOf(text, most));
    let lines = parted.flatMap(linesOf);
    const route = this.server.route(from, to);
    for (const [at, stop] of route.slice(1).entries()) {
      lines = await this.translateLines(lines, [route[at] ?? from, stop], signal);
    }
    const left = lines.values();
    return parted.map((parts) =>
      parts.map(({ text, isLine }) => (isLine ? (left.next().value ?? '') : text)).join(''),
    );
  }

  private async translateLines(lines: readonly string[], leg: Leg, signal?: AbortSignal) {
    const marked = lines.map((line) => MarkedText.of(line));
    const worded = marked.filter(({ hasWords }) => hasWords);
    const sent = await this.send(
      worded.map(({ html }) => html),
      leg,
      signal,
    );
    const restored = new Map(worded.map((text, at) => [text, text.restore(sent[at] ?? '')]));
    const broken = worded.filter((text) => restored.get(text) === null);
    const pieces = await this.send(
      broken.flatMap((text) => text.pieces),
      leg,
      signal,
    );
    let at = 0;
    for (const text of broken) {
      restored.set(text, text.restorePieces(pieces.slice(at, at + text.pieces.length)));
      at += text.pieces.length;
    }
    return marked.map((text, index) => restored.get(text) ?? lines[index] ?? '');
  }

  private async send(pieces: readonly string[], [from, to]: Leg, signal?: AbortSignal) {
    const translated: string[] = [];
    for (const batch of batchesOf(pieces, this.server.mostLetters)) {
      const answers = await this.gate.pass(() => this.server.send(batch, from, to, signal));
      translated.push(...answers);
    }
    return translated;
  }
}

const linesOf = (parts: readonly TextPart[]): string[] =>
  parts.filter(({ isLine }) => isLine).map(({ text }) => text);

function* batchesOf(pieces: readonly string[], mostLetters: number): Generator<readonly string[]> {
  let batch: string[] = [];
  let letters = 0;
  for (const piece of pieces) {
    const isFull = letters + piece.length > mostLetters || batch.length >= PIECES_PER_REQUEST;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
      letters = 0;
    }
    batch.push(piece);
    letters += piece.length;
  }
  if (batch.length > 0) yield batch;
}
