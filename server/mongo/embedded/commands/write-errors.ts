import type { Doc } from '../semantics/document.js';
import { StoreError } from '../semantics/errors.js';

/** One refused write of a batch, as `insert`, `update` and `delete` report it. */
export function writeError(index: number, error: StoreError): Doc {
  return { index, code: error.code, ...error.extra, errmsg: error.message };
}

/** Runs the writes of a batch in order; an ordered batch ends at the first that is refused. */
export async function eachWrite(
  count: number,
  ordered: boolean,
  write: (index: number) => Promise<void>,
): Promise<Doc[]> {
  const errors: Doc[] = [];
  for (let index = 0; index < count; index++) {
    try {
      await write(index);
    } catch (error) {
      if (!(error instanceof StoreError) || isFatal(error)) throw error;
      errors.push(writeError(index, error));
      if (ordered) break;
    }
  }
  return errors;
}

/** Writes started in one go, before other writes get their turn. */
const CHUNK = 250;

/** Runs writes that do not touch each other's documents side by side, so that they share commits. */
export async function eachWriteTogether(
  count: number,
  write: (index: number) => Promise<void>,
): Promise<Doc[]> {
  const errors: Doc[] = [];
  for (let start = 0; start < count; start += CHUNK) {
    const part = Array.from({ length: Math.min(CHUNK, count - start) }, (_, at) => start + at);
    const outcomes = await Promise.allSettled(part.map(write));
    for (const [at, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') continue;
      const error: unknown = outcome.reason;
      if (!(error instanceof StoreError) || isFatal(error)) throw error;
      errors.push(writeError(start + at, error));
    }
  }
  return errors;
}

/** When the disk takes nothing, the whole command has failed, not one of its writes. */
export const isFatal = ({ code }: StoreError): boolean => code === 14031 || code === 8;

export const withErrors = (reply: Doc, errors: readonly Doc[]): Doc =>
  errors.length > 0 ? { ...reply, writeErrors: errors } : reply;
