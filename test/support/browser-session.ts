import type { RawAnswer, TestHub } from './start-test-hub.js';

/** Keeps its cookies as a browser does. */
export class BrowserSession {
  constructor(
    private readonly hub: TestHub,
    public cookie = '',
  ) {}

  async ask(document: string, variables?: Record<string, unknown>): Promise<RawAnswer> {
    const answer = await this.hub.ask(document, variables, this.headers);
    for (const header of answer.headers.getSetCookie()) this.cookie = header.split(';', 1)[0] ?? '';
    return answer;
  }

  /** One field of the answer's data. */
  async get<T = Record<string, unknown>>(
    field: string,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<T> {
    const { data, text } = await this.ask(document, variables);
    if (!data) throw new Error(text);
    return (data as Record<string, T>)[field] as T;
  }

  private get headers(): Record<string, string> {
    return this.cookie ? { cookie: this.cookie } : {};
  }
}
