import { destination, type Logger, pino } from 'pino';
import type { Config } from '../config.js';

export const STDOUT = 1;
export const STDERR = 2;

/** One JSON line per event, on standard output by default; addresses with passwords never get in. */
export function createLogger(
  { LOG_LEVEL }: Pick<Config, 'LOG_LEVEL'>,
  output: typeof STDOUT | typeof STDERR = STDOUT,
): Logger {
  const redact = {
    paths: ['*.MONGODB_URI', '*.MEILI_API_KEY', '*.SMTP_URL', 'uri', 'apiKey'],
    remove: true,
  };
  return pino(
    { level: LOG_LEVEL, base: undefined, redact },
    destination({ dest: output, sync: false, minLength: 0 }),
  );
}
