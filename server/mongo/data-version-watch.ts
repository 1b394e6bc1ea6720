import type { Logger } from 'pino';
import type { DataVersion } from './data-version.js';

/** How often a store that other processes write to is asked for its data version. */
const WATCH_MS = 300;

/** Learns of what other processes change, a few times a second. */
export class DataVersionWatch {
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly dataVersion: DataVersion,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.dataVersion
        .refresh()
        .catch((error: Error) => this.log.warn({ reason: error.message }, 'store connection'))
        .finally(() => {
          if (!this.isStopped) this.start();
        });
    }, WATCH_MS);
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }
}
