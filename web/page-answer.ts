import type { ImportOutcome } from './import/import-outcome.js';

/** What the door hands to the pages. */
export interface PageRequest {
  /** As in the address, still encoded. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly acceptLanguage: string | undefined;
  /** Who asks; absent when the page is the same for everybody. */
  readonly caller?: PageCaller;
  /** What became of a table that was sent from the page for it. */
  readonly imported?: ImportOutcome;
  /** What a form sent; absent when the page is only looked at. */
  readonly form?: URLSearchParams;
}

/** What pages know of the one who asks; the hub gets it back with each question. */
export interface PageCaller {
  readonly viewer: PageViewer;
}

export interface PageViewer {
  /** Null for a stranger. */
  readonly memberId: string | null;
  readonly name: string;
  readonly memberships: readonly { readonly institution: string; readonly role: string }[];
  readonly hubRoles: readonly string[];
}

/** What the pages hand back; without a caller, nothing in it depends on who asks. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The same thing as data, for who prefers that to a page. */
export interface DataAddress {
  readonly type: string;
  readonly path: string;
}

/** What is the same for everybody may be read by scripts of any site. */
export const FOR_EVERY_SITE = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
} as const;

/** Sends the reader on; `isLasting` when the address has moved for good. */
export const redirectTo = (address: string, isLasting = false): PageAnswer => ({
  status: isLasting ? 301 : 302,
  headers: { location: address, vary: 'accept-language' },
  body: '',
});

/** After a form: the browser looks at an address, and going back sends nothing twice. */
export const seeOther = (address: string): PageAnswer => ({
  status: 303,
  headers: { location: address },
  body: '',
});

/** A finished file that is no page: a feed, a list for machines, a drawing. */
export const fileAnswer = (contentType: string, body: string): PageAnswer => ({
  status: 200,
  headers: { 'content-type': `${contentType}; charset=utf-8` },
  body,
});
