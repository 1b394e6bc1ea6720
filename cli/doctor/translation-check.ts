import type { Config } from '../../server/config.js';
import { Locale } from '../../server/locale.js';
import { createTranslationService } from '../../server/translation/create-translation-service.js';
import { type Check, note, ok, reasonOf } from './check.js';

/** Asks for one word. Nothing where no service is set; one that is away is no fault of the hub. */
export async function translationChecks(config: Config): Promise<readonly Check[]> {
  const service = createTranslationService(config);
  if (!service) return [];
  try {
    const [word] = await service.translate(['agua'], Locale.ES, Locale.EN);
    return [ok('Translation', `${service.name} answers: "agua" is "${word}"`)];
  } catch (error) {
    const advice =
      'Check TRANSLATE_URL, TRANSLATE_KIND and TRANSLATE_API_KEY, or start the service.';
    return [note('Translation', `${service.name}: ${reasonOf(error)}`, advice)];
  }
}
