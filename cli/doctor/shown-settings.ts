import { type Config, settings } from '../../server/config.js';
import { hostsOf } from '../one-shot.js';

export interface ShownSetting {
  readonly name: string;
  readonly value: string;
  readonly isDefault: boolean;
  readonly meaning: string;
}

/** All settings as they apply, fit to be shown to others: no password, no key. */
export function shownSettings(config: Config): ShownSetting[] {
  const defaults: Record<string, unknown> = settings.parse({});
  return Object.entries(settings.shape).map(([name, field]) => {
    const value = config[name as keyof Config];
    return {
      name,
      value: shown(name, value),
      isDefault: value === defaults[name],
      meaning: field.description ?? '',
    };
  });
}

function shown(name: string, value: string | number | undefined): string {
  if (value === undefined) return '(not set)';
  if (name === 'MEILI_API_KEY') return '(hidden)';
  if (name === 'MONGODB_URI') return `mongodb://${hostsOf(String(value))}/…`;
  return withoutPassword(String(value));
}

const withoutPassword = (text: string): string => text.replace(/\/\/[^/@]+@/, '//…@');
