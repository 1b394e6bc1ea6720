/** What the door hands to the pages. */
export interface PageRequest {
  /** As in the address, still encoded. */
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly acceptLanguage: string | undefined;
}

/** What the pages hand back; nothing in it depends on who asks. */
export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Sends the reader on; `isLasting` when the address has moved for good. */
export const redirectTo = (address: string, isLasting = false): PageAnswer => ({
  status: isLasting ? 301 : 302,
  headers: { location: address, vary: 'accept-language' },
  body: '',
});

/** A finished file that is no page: a feed, a list for machines, a drawing. */
export const fileAnswer = (contentType: string, body: string): PageAnswer => ({
  status: 200,
  headers: { 'content-type': `${contentType}; charset=utf-8` },
  body,
});
