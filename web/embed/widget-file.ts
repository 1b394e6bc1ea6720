import { readFileSync } from 'node:fs';

/** The script of the widget, as it lies on the hub. */
export interface WidgetFile {
  /** Its name changes with its content. */
  readonly address: string;
  readonly integrity: string;
  /** The same under its major version, which changes when the hub does. */
  readonly floating: string;
}

/** What the build says of it. */
export function readWidgetFile(): WidgetFile {
  const file = new URL('../widget/saberes.json', import.meta.url);
  const { url, integrity, major } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly url: string;
    readonly integrity: string;
    readonly major: number;
  };
  return { address: url, integrity, floating: `/widget/v${major}/saberes.js` };
}
