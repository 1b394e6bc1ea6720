/** Lets so many pass at once; the others wait in the order in which they came. */
export class RequestGate {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async pass<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
