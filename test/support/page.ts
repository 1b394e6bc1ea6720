import { parseHTML } from 'linkedom';
import type { TestHub } from './start-test-hub.js';

/** A page as a browser gets it. */
export interface OpenedPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  readonly document: Document;
  /** The text of the first element that a selector finds, without needless white space. */
  text(selector: string): string;
  /** Those of all elements that it finds. */
  texts(selector: string): readonly string[];
}

/** Opens an address of the hub, without following redirects. */
export async function openPage(
  hub: TestHub,
  address: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<OpenedPage> {
  return readPage(await fetch(hub.url + address, { headers, redirect: 'manual' }));
}

/** An answer as a page. */
export async function readPage(response: Response): Promise<OpenedPage> {
  const html = await response.text();
  const { document } = parseHTML(html || '<!doctype html><html></html>');
  const texts = (selector: string) =>
    [...document.querySelectorAll(selector)].map(({ textContent }) =>
      (textContent ?? '').replace(/\s+/g, ' ').trim(),
    );
  const text = (selector: string) => texts(selector)[0] ?? '';
  return { status: response.status, headers: response.headers, html, document, text, texts };
}

/** Where the links that a selector finds lead. */
export const hrefs = ({ document }: OpenedPage, selector: string) =>
  [...document.querySelectorAll(selector)].map((link) => link.getAttribute('href'));
