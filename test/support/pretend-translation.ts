import { setTimeout as sleep } from 'node:timers/promises';
import type { Locale } from '../../server/locale.js';
import {
  type TranslationService,
  TranslationUnavailable,
} from '../../server/translation/translation-service.js';

/** Put in front of each word; far enough apart that none is taken for another's misspelling. */
const ACCENT: Readonly<Record<Locale, string>> = {
  es: 'ibero',
  en: 'anglo',
  pt: 'luso',
  fr: 'gallo',
};

/** Translates “volcán” into “gallovolcán”; counts, and can be taken down. */
export class PretendTranslation implements TranslationService {
  readonly name = 'pretend';
  isDown = false;
  /** Titles that it fails at. */
  readonly refused = new Set<string>();
  delayMs = 0;
  /** What it was asked for, as `language: first text`. */
  readonly asked: string[] = [];

  async translate(texts: readonly string[], _from: Locale, to: Locale, signal?: AbortSignal) {
    const [title = ''] = texts;
    this.asked.push(`${to}: ${title}`);
    if (this.delayMs > 0) await sleep(this.delayMs, undefined, { signal });
    if (this.isDown || this.refused.has(title)) throw new TranslationUnavailable('It is away.');
    return texts.map((text) => text.replaceAll(/\p{L}+/gu, (word) => `${ACCENT[to]}${word}`));
  }
}
