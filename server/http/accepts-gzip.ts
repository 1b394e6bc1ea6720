import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** Programs send a handful of spellings; those of strangers must not fill the memory. */
const known = new LRUCache<string, boolean>({ max: 100 });
/** Longer ones are not written by browsers. */
const MOST_LENGTH = 200;

/** Whether an Accept-Encoding header takes gzip; without one, nothing compressed is sent. */
export function acceptsGzip(given: string | undefined): boolean {
  if (!given || given.length > MOST_LENGTH) return false;
  const found = known.get(given);
  if (found !== undefined) return found;
  const negotiator = new Negotiator({ headers: { 'accept-encoding': given } });
  const accepts = negotiator.encoding(['gzip', 'identity']) === 'gzip';
  known.set(given, accepts);
  return accepts;
}
