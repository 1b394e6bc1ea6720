import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HostPage {
  readonly body: string;
  readonly lang?: string;
  /** Rules of the site's own style sheet. */
  readonly style?: string;
  /** In the place of the script that the guide gives. */
  readonly script?: string;
}

/** A site of another origin than the hub's, with a strict policy and what the guide says to add to it. */
export class HostSite {
  private readonly pages = new Map<string, HostPage>();

  private constructor(
    private readonly server: Server,
    private readonly hub: string,
  ) {}

  static async open(hub: string): Promise<HostSite> {
    const server = createServer((request, response) => site.answer(request.url ?? '/', response));
    const site = new HostSite(server, hub);
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    return site;
  }

  /** The address of a page with this in it. */
  put(page: HostPage): string {
    const path = `/page-${this.pages.size + 1}`;
    this.pages.set(path, page);
    // The hub is reached by its number, so that nothing of the two is the same.
    return `http://localhost:${(this.server.address() as AddressInfo).port}${path}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private answer(url: string, response: ServerResponse): void {
    const [path = '', ending] = url.split('.');
    const page = this.pages.get(path);
    if (!page) response.writeHead(404).end();
    else if (ending === 'css') {
      response.writeHead(200, { 'content-type': 'text/css' }).end(page.style ?? '');
    } else {
      const headers = { 'content-type': 'text/html; charset=utf-8' };
      response.writeHead(200, { ...headers, 'content-security-policy': this.policy });
      response.end(this.render(path, page));
    }
  }

  private get policy(): string {
    return [
      "default-src 'none'",
      `script-src ${this.hub}`,
      `connect-src ${this.hub}`,
      "style-src 'self'",
      "require-trusted-types-for 'script'",
      'trusted-types saberes',
    ].join('; ');
  }

  private render(path: string, { body, lang = 'es', script }: HostPage): string {
    const given = `<script type="module" src="${this.hub}/widget/v0/saberes.js"></script>`;
    return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>A ministry</title><link rel="stylesheet" href="${path}.css">
      ${script ?? given}</head><body><main><h1>A ministry</h1>${body}</main></body></html>`;
  }
}
