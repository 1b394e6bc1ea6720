import { setImmediate } from 'node:timers/promises';

export type Pause = () => Promise<void>;

const SLICE_MS = 10;

/** Lets everything else go on whenever the work at hand has held the process for a slice of time. */
export function pauseBetweenSlices(): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
