import { type Config, readConfig } from '../../server/config.js';
import { hostsOf } from '../one-shot.js';

export interface SettingInForce {
  readonly name: string;
  /** Fit to be shown: passwords and keys are left out. */
  readonly value: string;
  readonly isDefault: boolean;
}

const NOT_SHOWN = '(set, not shown)';

const HIDDEN: Partial<Record<keyof Config, (value: string) => string>> = {
  MEILI_API_KEY: () => NOT_SHOWN,
  S3_SECRET_ACCESS_KEY: () => NOT_SHOWN,
  TRANSLATE_API_KEY: () => NOT_SHOWN,
  OIDC_CLIENT_SECRET: () => NOT_SHOWN,
  MONGODB_URI: (uri) => `${uri.split('://', 1)[0]}://${hostsOf(uri)} (the rest is not shown)`,
  SMTP_URL: (url) => withoutPassword(url),
  MEILI_URL: (url) => withoutPassword(url),
  TRANSLATE_URL: (url) => withoutPassword(url),
  PUBLIC_URL: (url) => withoutPassword(url),
};

export function settingsInForce(config: Config): SettingInForce[] {
  const defaults = readConfig({});
  const names = new Set([...Object.keys(defaults), ...Object.keys(config), ...Object.keys(HIDDEN)]);
  return [...names].map((key) => {
    const name = key as keyof Config;
    const value = config[name];
    const hide = HIDDEN[name] ?? String;
    const shown = value === undefined ? '' : hide(String(value));
    return { name, value: shown, isDefault: value === defaults[name] };
  });
}

function withoutPassword(url: string): string {
  const address = new URL(url);
  address.username = '';
  address.password = '';
  return address.href;
}
