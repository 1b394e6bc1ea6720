import { createHash } from 'node:crypto';

export const THEME_MODES = ['auto', 'light', 'dark'] as const;
export type ThemeMode = (typeof THEME_MODES)[number];

/** Parameters of a frame's address that say how it looks, not what is in it. */
export const LOOKS = ['theme-mode', 'accent'] as const;

export interface FrameLook {
  readonly theme: ThemeMode;
  /** Six hexadecimal digits. */
  readonly accent: string | null;
}

/** What is no look is left out: a page of somebody else should not break over a colour. */
export function readLook(query: URLSearchParams): FrameLook {
  const theme = THEME_MODES.find((mode) => mode === query.get('theme-mode')) ?? 'auto';
  return { theme, accent: readColour(query.get('accent')) };
}

/** A colour as addresses and style sheets can hold it, without its #. */
export function readColour(given: string | null): string | null {
  const [, digits] = /^#?([\da-f]{6})$/i.exec(given?.trim() ?? '') ?? [];
  return digits?.toLowerCase() ?? null;
}

/** The one line of style that cannot stand in a file; it outdoes the colours of both schemes. */
export const accentStyle = (accent: string): string =>
  `:root:root:root{--saberes-accent:#${accent}}`;

/** What a frame may load: files of the hub, and that line. */
export function framePolicy({ accent }: FrameLook): string {
  const styles = accent ? ` '${digestOf(accentStyle(accent))}'` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self'${styles}`,
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}

const digestOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;
