import { PartnerSite } from './partner-site.js';

export interface HostPage {
  readonly body: string;
  readonly lang?: string;
  /** Rules of the site's own style sheet. */
  readonly style?: string;
  /** In the place of the script that the guide gives. */
  readonly script?: string;
}

/** A partner's site whose pages hold the widget, under a strict policy with what the guide says to add to it. */
export class HostSite {
  private readonly site = new PartnerSite();
  private pages = 0;

  private constructor(private readonly hub: string) {}

  static async open(hub: string): Promise<HostSite> {
    const host = new HostSite(hub);
    await host.site.open();
    return host;
  }

  get origin(): string {
    return this.site.origin;
  }

  /** The address of a page with this in it. */
  put(page: HostPage): string {
    this.pages += 1;
    const path = `/page-${this.pages}`;
    this.site.put(`${path}.css`, { body: page.style ?? '', type: 'text/css' });
    return this.site.put(path, { body: this.render(path, page), policy: this.policy });
  }

  close(): Promise<void> {
    return this.site.close();
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
