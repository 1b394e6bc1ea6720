/** What is sent along. */
type Sent = Pick<RequestInit, 'method' | 'body'>;

/** Follows redirects and keeps cookies by host, as a browser does. */
export class WebTraveller {
  private readonly cookies = new Map<string, Map<string, string>>();

  constructor(private readonly language = 'en') {}

  /** Where it ends up, with the answer there. */
  async go(address: string, init: Sent = {}): Promise<{ url: URL; response: Response }> {
    let url = new URL(address);
    let response = await this.fetch(url, init);
    for (let steps = 0; steps < 15; steps += 1) {
      const to = response.headers.get('location');
      if (!to || response.status < 300 || response.status >= 400) break;
      url = new URL(to, url);
      response = await this.fetch(url);
    }
    return { url, response };
  }

  /** One request, no further. */
  async fetch(url: URL, init: Sent = {}): Promise<Response> {
    const jar = this.jar(url);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'accept-language': this.language, ...(cookie ? { cookie } : {}) };
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers,
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';', 1);
      const at = pair.indexOf('=');
      if (/max-age=0|1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  cookie(address: string, name: string): string | undefined {
    return this.jar(new URL(address)).get(name);
  }

  setCookie(address: string, name: string, value: string): void {
    this.jar(new URL(address)).set(name, value);
  }

  private jar({ host }: URL): Map<string, string> {
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    return jar;
  }
}
