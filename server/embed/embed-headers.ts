import type { Asker } from './asker.js';
import type { EmbeddedAnswer } from './embedded-answers.js';
import type { ReadyAnswer } from './ready-answer.js';

/**
 * How long a shared cache may give an answer again: together with the hub's own delays no more
 * than five seconds, so that nothing withdrawn is seen for longer.
 */
export const FRESHNESS = 'max-age=1, stale-while-revalidate=2';

/** Of every answer, so that scripts of any site may read it. */
const OPEN_HEADERS = [
  'x-content-type-options',
  'nosniff',
  'cross-origin-resource-policy',
  'cross-origin',
  'access-control-expose-headers',
  'etag, retry-after, x-request-id, x-saberes-stale',
];

/** What of a request makes a difference for the head of its answer. */
export interface AnswerHead {
  readonly asker: Asker;
  /** Headers that the answer depends on, besides those of its key. */
  readonly varies: readonly string[];
  readonly requestId: string;
}

/** Names and values in turn; a 304 has them as well. */
export function answerHeaders({ answer, key }: EmbeddedAnswer, head: AnswerHead): string[] {
  const { asker, varies, requestId } = head;
  const isPrivate = asker.keyInHeader !== null;
  const headers = [
    ...OPEN_HEADERS,
    'cache-control',
    `${isPrivate ? 'private' : 'public'}, ${FRESHNESS}`,
    'x-request-id',
    requestId,
  ];
  if (!key) headers.push('access-control-allow-origin', '*');
  else if (asker.origin) headers.push('access-control-allow-origin', asker.origin);
  const differs = key ? ['origin', ...varies] : varies;
  if (differs.length > 0) headers.push('vary', differs.join(', '));
  if (answer.isStale) headers.push('x-saberes-stale', 'true');
  return headers;
}

/** What is refused is nobody's but the asker's, and may be right a moment later. */
export const refusalHeaders = (requestId: string): string[] => [
  ...OPEN_HEADERS,
  'access-control-allow-origin',
  '*',
  'cache-control',
  'no-store',
  'x-request-id',
  requestId,
];

/** What an address that is only read takes. */
export const READING_METHODS = 'GET, HEAD, OPTIONS';

/** What a browser asks for before it sends a key in a header, of a door that takes these methods. */
export const preflightHeaders = (methods: string): string[] => [
  ...OPEN_HEADERS,
  'access-control-allow-origin',
  '*',
  'access-control-allow-methods',
  methods,
  'access-control-allow-headers',
  'authorization, accept-language, content-type, if-none-match, x-request-id',
  'access-control-max-age',
  '86400',
  'allow',
  methods,
];

/** Whether whoever asks has these very bytes. */
export function hasAlready(given: string | undefined, answer: ReadyAnswer): boolean {
  if (given === undefined) return false;
  if (given === '*' || answer.hasTag(given)) return true;
  return given.split(',').some((tag) => answer.hasTag(tag.trim().replace(/^W\//, '')));
}
