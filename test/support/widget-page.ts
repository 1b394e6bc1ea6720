import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { DESKTOP, watchFaults } from './browser.js';
import type { HostPage, HostSite } from './host-site.js';

/** What the page was told by the widget, and what its policy refused. */
export interface Told {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** A page of another site with the widget in it. */
export class WidgetPage {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    /** Console errors, failed requests, refusals of the policy. */
    readonly faults: readonly string[],
    /** Addresses below `/embed/`, in their order. */
    readonly asked: readonly string[],
  ) {}

  static async open(
    browser: Browser,
    site: HostSite,
    page: HostPage,
    options: BrowserContextOptions = {},
    prepare: (page: Page) => Promise<unknown> = async () => {},
  ): Promise<WidgetPage> {
    const context = await browser.newContext({ ...DESKTOP, ...options });
    const opened = await context.newPage();
    const asked: string[] = [];
    opened.on('request', (request) => {
      if (request.url().includes('/embed/')) asked.push(request.url());
    });
    await opened.addInitScript(listen);
    await prepare(opened);
    const shown = new WidgetPage(opened, context, watchFaults(opened), asked);
    await opened.goto(site.put(page));
    return shown;
  }

  /** Of an event's kind, once there is at least one. */
  async told(type: string): Promise<readonly Told[]> {
    await this.page.waitForFunction(
      (wanted) => window.told.some((event) => event.type === wanted),
      type,
    );
    const all = await this.page.evaluate(() => window.told);
    return all.filter((event) => event.type === type);
  }

  /** The texts of what a selector finds, in shadows as well. */
  texts(selector: string): Promise<readonly string[]> {
    return this.page.locator(selector).allInnerTexts();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

/** Runs in the page, before anything of it. */
function listen(): void {
  const told: Told[] = [];
  Object.assign(window, { told });
  for (const type of ['saberes-load', 'saberes-error', 'saberes-select', 'saberes-search']) {
    document.addEventListener(type, (event) => {
      told.push({ type, detail: (event as CustomEvent<Told['detail']>).detail });
    });
  }
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    told.push({ type: 'violation', detail: { violatedDirective, blockedURI } });
  });
}

declare global {
  interface Window {
    readonly told: readonly Told[];
  }
}
