import { translationOff, translationUnavailable } from '../errors.js';
import type { StoredTexts } from '../knowledge/knowledge.document.js';
import type { Locale } from '../locale.js';
import { type TranslationService, TranslationUnavailable } from './translation-service.js';

/** What a translator writes: everything but how it came about. */
export type DraftTexts = Omit<StoredTexts, 'status' | 'madeFrom'>;

/** People wait for a draft; one that takes longer is given up. */
const DRAFT_LIMIT_MS = 60_000;

/** Machine translation as people ask for it: whole records, and errors that they understand. */
export class HubTranslation {
  constructor(private readonly service: TranslationService | null) {}

  /** Whether drafts can be asked for at all. */
  get isOn(): boolean {
    return this.service !== null;
  }

  /** One text for each. Throws `TRANSLATION_OFF` or `TRANSLATION_UNAVAILABLE`. */
  async translate(
    texts: readonly string[],
    from: Locale,
    to: Locale,
    signal?: AbortSignal,
  ): Promise<readonly string[]> {
    if (!this.service) throw translationOff();
    const limit = AbortSignal.timeout(DRAFT_LIMIT_MS);
    const either = signal ? AbortSignal.any([signal, limit]) : limit;
    try {
      return await this.service.translate(texts, from, to, either);
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof TranslationUnavailable || limit.aborted) throw translationUnavailable();
      throw error;
    }
  }

  /** All texts of a record at once, lists too. Throws as `translate` does. */
  async draftTexts(
    texts: DraftTexts,
    from: Locale,
    to: Locale,
    signal?: AbortSignal,
  ): Promise<DraftTexts> {
    const fields = Object.entries(texts).filter(isText);
    const all = fields.flatMap(([, value]) => value);
    const left = (await this.translate(all, from, to, signal)).values();
    const next = () => left.next().value ?? '';
    const drafted = fields.map(([name, value]) => [
      name,
      typeof value === 'string' ? next() : value.map(next),
    ]);
    return Object.fromEntries(drafted) as DraftTexts;
  }
}

type TextField = [name: string, value: string | readonly string[]];

/** Leaves out what is no text, should a whole `StoredTexts` be given. */
const isText = (field: [string, unknown]): field is TextField =>
  field[0] !== 'status' && (typeof field[1] === 'string' || Array.isArray(field[1]));
