import { readStart } from '../../server/tables/encoding.js';

const START_BYTES = 4_096;

/** Whether a file is what `saberes export` writes without a format: its first line says so. */
export async function isBackup(file: string): Promise<boolean> {
  const start = (await readStart(file, START_BYTES)).toString('utf8');
  try {
    const header: unknown = JSON.parse(start.split('\n', 1)[0] ?? '');
    // One that has lost its first line begins with a record.
    const isObject = typeof header === 'object' && header !== null;
    return isObject && ('saberes' in header || ('collection' in header && 'document' in header));
  } catch {
    return false;
  }
}
