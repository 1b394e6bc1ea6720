import { ProblemCode } from '../../../schema/problem-code.js';
import { HubError } from '../../errors.js';
import type { ReadingLimits } from './reading-messages.js';
import { type ReadFile, ReadingThread } from './reading-thread.js';

const LIMITS: ReadingLimits = {
  milliseconds: 20_000,
  heapMb: 256,
  growthMb: 512,
  pages: 500,
  characters: 100_000,
  unpackedBytes: 104_857_600,
};

const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;

/** Reads files of strangers, a few at a time, each in a thread of its own. */
export class FileReader {
  private readonly limits: ReadingLimits;
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(limits: Partial<ReadingLimits> = {}) {
    this.limits = { ...LIMITS, ...limits };
  }

  /** Rejects with `INVALID` for a file that may not be attached, with `RATE_LIMITED` in a rush. */
  async read(path: string): Promise<ReadFile> {
    await this.turn();
    try {
      return await new ReadingThread({ path, limits: this.limits }).result();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private async turn(): Promise<void> {
    if (this.running < MOST_AT_ONCE) {
      this.running += 1;
      return;
    }
    if (this.waiting.length >= MOST_WAITING) throw tooBusy();
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}

const tooBusy = () =>
  new HubError(ProblemCode.RATE_LIMITED, 'Too many files are being read. Try again shortly.');
