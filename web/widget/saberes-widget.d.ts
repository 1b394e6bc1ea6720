/** Custom elements that show what a Saberes hub knows. See README.md for what each attribute does. */

export type SaberesLanguage = 'es' | 'en' | 'pt' | 'fr';
export type SaberesThemeMode = 'light' | 'dark' | 'auto';

/** Attributes of all three elements, as properties. */
export interface SaberesAttributes {
  /** Address of the hub; by default the one that the script came from. */
  hub?: string | null;
  /** ISO codes of countries, with commas between them. */
  country?: string | null;
  /** Codes of themes, with commas between them. */
  theme?: string | null;
  /** `CASE_STUDY`, `BEST_PRACTICE`, `LESSON_LEARNED`, `PROTOCOL`, with commas between them. */
  kind?: string | null;
  /** Codes of challenges, with commas between them. */
  challenge?: string | null;
  /** Words to search for. */
  query?: string | null;
  /** So many records at once, from 1 to 50. */
  limit?: number | string | null;
  /** Id of a stored query of a partner. */
  stored?: string | null;
  /** Variables of a stored query that have other names, as in the question of an address: `stage=RESPONSE&first=3`. */
  variables?: string | null;
  /** Public key of a partner; where a framework keeps `key` for itself, `publicKey`. */
  key?: string | null;
  publicKey?: string | null;
  themeMode?: SaberesThemeMode | null;
}

export interface SaberesItemAttributes extends SaberesAttributes {
  /** Name of the record in its address. */
  slug?: string | null;
}

/** A record as the hub answered it; a stored query may hold more fields, or fewer. */
export interface SaberesRecord {
  readonly title: string;
  readonly url: string;
  readonly id?: string;
  readonly slug?: string;
  readonly kind?: string;
  readonly summary?: string;
}

export interface SaberesLoadDetail {
  /** Records shown. */
  readonly count: number;
  /** Records there are. */
  readonly totalCount: number;
}

export interface SaberesErrorDetail {
  /** A code of the hub, or `OFFLINE`, `UNREACHABLE`, `BAD_ANSWER`, `NO_HUB`. */
  readonly code: string;
  /** Of the answer; 0 when there was none. */
  readonly status: number;
}

export interface SaberesSearchDetail {
  readonly query: string;
  readonly kind?: string | null;
  readonly country?: string | null;
}

export type SaberesLoadEvent = CustomEvent<SaberesLoadDetail>;
export type SaberesErrorEvent = CustomEvent<SaberesErrorDetail>;
/** `preventDefault()` keeps the visitor on the page. */
export type SaberesSelectEvent = CustomEvent<SaberesRecord>;
export type SaberesSearchEvent = CustomEvent<SaberesSearchDetail>;

export interface SaberesEventMap {
  'saberes-load': SaberesLoadEvent;
  'saberes-error': SaberesErrorEvent;
  'saberes-select': SaberesSelectEvent;
  'saberes-search': SaberesSearchEvent;
}

export class SaberesList extends HTMLElement implements SaberesAttributes {
  hub: string | null;
  country: string | null;
  theme: string | null;
  kind: string | null;
  challenge: string | null;
  query: string | null;
  limit: number | string | null;
  stored: string | null;
  variables: string | null;
  key: string | null;
  publicKey: string | null;
  themeMode: SaberesThemeMode | null;
  /** Resolves when what was set last is on the page. */
  readonly updateComplete: Promise<boolean>;
}

export class SaberesSearch extends SaberesList {}

export class SaberesItem extends SaberesList implements SaberesItemAttributes {
  slug: string | null;
}

declare global {
  interface HTMLElementTagNameMap {
    'saberes-item': SaberesItem;
    'saberes-list': SaberesList;
    'saberes-search': SaberesSearch;
  }

  interface HTMLElementEventMap extends SaberesEventMap {}
  interface DocumentEventMap extends SaberesEventMap {}
}
