import { readFileSync } from 'node:fs';

/** The most that this process held: `maxRSS` begins with what its parent held when it was forked. */
export const peakMemoryMib = (): number =>
  ofStatus('VmHWM') ?? process.resourceUsage().maxRSS / 1_024;

/** What this process holds now, without the file of the embedded store, which the system may drop. */
export const ownMemoryMib = (): number =>
  ofStatus('RssAnon') ?? process.memoryUsage().rss / 1_048_576;

/** Undefined where the system has no such file. */
function ofStatus(field: string): number | undefined {
  const [, kib] = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(statusOfProcess()) ?? [];
  return kib ? Number(kib) / 1_024 : undefined;
}

function statusOfProcess(): string {
  try {
    return readFileSync('/proc/self/status', 'utf8');
  } catch {
    return '';
  }
}
