import { destination, type Logger, pino } from 'pino';
import type { Config } from '../config.js';

/** One JSON line per event on standard output; addresses with passwords never get in. */
export function createLogger({ LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>): Logger {
  const redact = { paths: ['*.MONGODB_URI', '*.MEILI_API_KEY', 'uri', 'apiKey'], remove: true };
  return pino(
    { level: LOG_LEVEL, base: undefined, redact },
    destination({ dest: 1, sync: false, minLength: 0 }),
  );
}
