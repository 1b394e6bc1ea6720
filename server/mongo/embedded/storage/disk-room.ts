import { open, rm, stat } from 'node:fs/promises';

const PROBE = Buffer.alloc(1024 * 1024, 1);

/** Whether the disk would take some more than the file at this path has; leaves nothing behind. */
export async function hasRoomToGrow(path: string): Promise<boolean> {
  const probe = `${path}.probe`;
  try {
    const { size } = await stat(path);
    const handle = await open(probe, 'w');
    try {
      // As far out as the file itself would write: a limit on the size of files counts as well.
      const { bytesWritten } = await handle.write(PROBE, 0, PROBE.length, size);
      await handle.sync();
      return bytesWritten === PROBE.length;
    } finally {
      await handle.close();
    }
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true });
  }
}
