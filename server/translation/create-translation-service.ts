import type { Config } from '../config.js';
import { ApertiumServer } from './apertium.server.js';
import { LibreTranslateServer } from './libretranslate.server.js';
import { TextTranslator } from './text-translator.js';
import type { TranslationService } from './translation-service.js';

/** The translation service that the settings name; null when there is none. */
export function createTranslationService(config: Config): TranslationService | null {
  const { TRANSLATE_URL: url, TRANSLATE_KIND: kind, TRANSLATE_API_KEY: apiKey } = config;
  if (!url) return null;
  const timeoutMs = config.TRANSLATE_TIMEOUT_MS;
  return new TextTranslator(
    kind === 'apertium'
      ? new ApertiumServer({ url, timeoutMs })
      : new LibreTranslateServer({ url, apiKey, timeoutMs }),
  );
}
