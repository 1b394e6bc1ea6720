import { ProblemCode } from '../../schema/problem-code.js';
import { HubError } from '../errors.js';

/** Lets few pieces of work run at a time, and few wait: hashing takes memory and a whole core. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mayWait: number,
  ) {}

  /** Rejects with `RATE_LIMITED` when the queue is full. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.atOnce) await this.wait();
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** A turn is handed on, so the number that run stays as it is. */
  private wait(): Promise<void> {
    if (this.waiting.length >= this.mayWait) throw tooMany();
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

const tooMany = () =>
  new HubError(
    ProblemCode.RATE_LIMITED,
    'Too many sign in at this moment. Wait 10 seconds, then try again.',
  );
