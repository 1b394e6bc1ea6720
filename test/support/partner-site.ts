import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface SiteFile {
  readonly body: string;
  readonly type?: string;
  /** Its Content-Security-Policy. */
  readonly policy?: string;
}

/** A web site of somebody else: an origin of its own, and policies as strict as it likes. */
export class PartnerSite {
  private readonly files = new Map<string, SiteFile>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const file = this.files.get(new URL(request.url ?? '/', 'http://site').pathname);
      if (!file) {
        response.writeHead(404).end();
        return;
      }
      const { body, type = 'text/html; charset=utf-8', policy } = file;
      response.setHeader('content-type', type);
      if (policy) response.setHeader('content-security-policy', policy);
      response.end(body);
    });
  }

  async open(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return this;
  }

  /** Differs from the hub's, which the tests reach by its number. */
  get origin(): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  /** Puts a file at a path and says where it can be seen. */
  put(path: string, file: SiteFile): string {
    this.files.set(path, file);
    return this.origin + path;
  }

  /** A page with something in it, and a script of the site's own. */
  putPage(path: string, body: string, policy?: string, script = ''): string {
    if (script) this.put(`${path}.js`, { body: script, type: 'text/javascript' });
    const tag = script ? `<script src="${path}.js" defer></script>` : '';
    const head = `<meta charset="utf-8"><title>Partner</title><meta name="viewport" content="width=device-width">`;
    return this.put(path, {
      body: `<!doctype html><html lang="es"><head>${head}${tag}</head><body><main><h1>Partner</h1>${body}</main></body></html>`,
      policy,
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
