import { type OpenedPage, readPage } from './page.js';
import type { TestHub } from './start-test-hub.js';

/** A form as the hub's own pages send it. */
export const OWN_FORM = {
  'content-type': 'application/x-www-form-urlencoded',
  'sec-fetch-site': 'same-origin',
} as const;

/** A browser without scripts: it keeps its cookie, sends forms, and follows nothing by itself. */
export class FormBrowser {
  /** The address of the page that was answered last. */
  private at = '';

  constructor(
    private readonly hub: TestHub,
    public cookie = '',
  ) {}

  open(address: string): Promise<OpenedPage> {
    return this.ask(address, {});
  }

  /** Sends a form that is not on any page. */
  post(
    address: string,
    fields: Record<string, string> | URLSearchParams,
    headers: Readonly<Record<string, string>> = OWN_FORM,
  ): Promise<OpenedPage> {
    const body = new URLSearchParams(fields).toString();
    return this.ask(address, { method: 'POST', headers, body });
  }

  /** Fills in a form of a page and presses its button, as a browser does. */
  async submit(
    page: OpenedPage,
    selector: string,
    given: Record<string, string> = {},
  ): Promise<OpenedPage> {
    const form = page.document.querySelector(selector);
    if (!form) throw new Error(`There is no form "${selector}".`);
    const sent = new URLSearchParams(given);
    for (const field of form.querySelectorAll('input[name], select[name], button[name]')) {
      const name = field.getAttribute('name') ?? '';
      if (name in given) continue;
      for (const value of sentBy(field)) sent.append(name, value);
    }
    return this.post(form.getAttribute('action') ?? this.at, sent);
  }

  /** Goes where the answer leads. */
  follow(page: OpenedPage): Promise<OpenedPage> {
    return this.open(page.headers.get('location') ?? '');
  }

  private async ask(address: string, init: RequestInit): Promise<OpenedPage> {
    this.at = address;
    const cookie: Record<string, string> = this.cookie ? { cookie: this.cookie } : {};
    const headers = { ...cookie, ...(init.headers as Record<string, string>) };
    const response = await fetch(this.hub.url + address, { ...init, headers, redirect: 'manual' });
    for (const header of response.headers.getSetCookie())
      this.cookie = header.split(';', 1)[0] ?? '';
    return readPage(response);
  }
}

function sentBy(field: Element): readonly string[] {
  if (field.tagName === 'SELECT') {
    const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
    return [chosen?.getAttribute('value') ?? ''];
  }
  const isLeftOut = field.getAttribute('type') === 'checkbox' && !field.hasAttribute('checked');
  return isLeftOut ? [] : [field.getAttribute('value') ?? ''];
}
