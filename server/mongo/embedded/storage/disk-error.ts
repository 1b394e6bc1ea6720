import { StoreError } from '../semantics/errors.js';
import { hasRoomToGrow } from './disk-room.js';

const OUT_OF_SPACE =
  /MDB_MAP_FULL|mapsize limit|ENOSPC|No space left|EDQUOT|quota exceeded|EFBIG|File too large/i;

/** LMDB also says this when the disk took only a part of a write, as full ones do; failing ones say it too. */
const PERHAPS_OUT_OF_SPACE = /EIO|Input\/output error/i;

/** What LMDB reports, in MongoDB's words. Takes over the second rejection that each failed commit raises. */
export async function toStoreError(error: unknown, path: string): Promise<StoreError> {
  const cause = await commitCause(error);
  const text = cause instanceof Error ? cause.message : String(cause);
  if (await isOutOfSpace(text, path)) {
    return new StoreError(14031, 'OutOfDiskSpace', `No space left for this write: ${text}`);
  }
  return new StoreError(8, 'UnknownError', `The write could not be stored: ${text}`);
}

async function isOutOfSpace(text: string, path: string): Promise<boolean> {
  if (OUT_OF_SPACE.test(text)) return true;
  return PERHAPS_OUT_OF_SPACE.test(text) && !(await hasRoomToGrow(path));
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
