import { StoreError } from '../semantics/errors.js';

const OUT_OF_SPACE =
  /MDB_MAP_FULL|mapsize limit|ENOSPC|No space left|EDQUOT|quota exceeded|EFBIG|File too large/i;

/** What LMDB reports, in MongoDB's words. Takes over the second rejection that each failed commit raises. */
export async function toStoreError(error: unknown): Promise<StoreError> {
  const cause = await commitCause(error);
  const text = cause instanceof Error ? cause.message : String(cause);
  if (OUT_OF_SPACE.test(text)) {
    return new StoreError(14031, 'OutOfDiskSpace', `No space left for this write: ${text}`);
  }
  return new StoreError(8, 'UnknownError', `The write could not be stored: ${text}`);
}

async function commitCause(error: unknown): Promise<unknown> {
  if (!(error instanceof Error) || !('commitError' in error)) return error;
  try {
    await error.commitError;
    return error;
  } catch (cause) {
    return cause;
  }
}
