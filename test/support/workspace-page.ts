import { type OpenedPage, openPage, readPage } from './page.js';
import type { TestHub } from './start-test-hub.js';

/** Fields of a form by name; a list stands for fields of the same name. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** A member at her pages, by the name that `KnownMembers` knows. */
export class PageMember {
  constructor(
    private readonly hub: TestHub,
    private readonly name: string,
  ) {}

  open(address: string): Promise<OpenedPage> {
    return openPage(this.hub, address, this.headers);
  }

  /** Opens an address and goes where it leads. */
  async follow(address: string): Promise<OpenedPage> {
    const page = await this.open(address);
    const next = page.headers.get('location');
    return next ? this.follow(next) : page;
  }

  /** Sends a form that a page shows, with some of its fields filled in otherwise. */
  submit(page: OpenedPage, selector: string, values: FormValues = {}): Promise<OpenedPage> {
    const form = page.document.querySelector(selector);
    if (!form) throw new Error(`There is no form "${selector}".`);
    const body = fieldsOf(form);
    for (const [name, value] of Object.entries(values)) {
      body.delete(name);
      for (const one of [value].flat()) body.append(name, one);
    }
    return this.send(form.getAttribute('action') ?? '', body);
  }

  async send(address: string, body: URLSearchParams): Promise<OpenedPage> {
    const headers = { ...this.headers, 'sec-fetch-site': 'same-origin' };
    const response = await fetch(this.hub.url + address, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body,
      redirect: 'manual',
    });
    return readPage(response);
  }

  private get headers(): Record<string, string> {
    return { cookie: `saberes=${this.name}` };
  }
}

/** What a browser would send: no buttons, no boxes that are not ticked. */
export function fieldsOf(form: Element): URLSearchParams {
  const body = new URLSearchParams();
  for (const field of form.querySelectorAll('input, textarea, select')) {
    const name = field.getAttribute('name');
    const type = field.getAttribute('type');
    const isLeftOut = (type === 'checkbox' || type === 'radio') && !field.hasAttribute('checked');
    if (name && !isLeftOut) body.append(name, valueIn(field));
  }
  return body;
}

function valueIn(field: Element): string {
  if (field.localName === 'textarea') return field.textContent ?? '';
  if (field.localName === 'input') return field.getAttribute('value') ?? '';
  const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
  return chosen?.getAttribute('value') ?? '';
}
