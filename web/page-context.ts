import type { OperationName } from '../schema/operations/operation-file.js';
import type { OperationTypes } from '../schema/operations/operation-types.js';
import type { Assets } from './assets.js';
import type { HubPort } from './hub-port.js';
import type { ImportOutcome } from './import/import-outcome.js';
import type { Locale } from './locales.js';
import type { PageCaller, PageViewer } from './page-answer.js';
import type { Texts, Translate } from './texts/texts.js';

export interface PageContextParts {
  readonly hub: HubPort;
  readonly assets: Assets;
  readonly texts: Texts;
  readonly textsIn: (locale: Locale) => Texts;
  /** Without the language, encoded: `/search`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly caller?: PageCaller;
  readonly imported?: ImportOutcome;
}

/** What one page is made from: the language, the address, and the way to ask the hub. */
export class PageContext {
  readonly locale: Locale;
  readonly t: Translate;

  constructor(private readonly parts: PageContextParts) {
    this.locale = parts.texts.locale;
    this.t = parts.texts.t;
  }

  /** The same address in another language, for what is not of one language itself. */
  inLanguage(locale: Locale): PageContext {
    return new PageContext({ ...this.parts, texts: this.parts.textsIn(locale) });
  }

  get texts(): Texts {
    return this.parts.texts;
  }

  /** What became of a table that was sent; undefined when the page is only looked at. */
  get imported(): ImportOutcome | undefined {
    return this.parts.imported;
  }

  get assets(): Assets {
    return this.parts.assets;
  }

  get path(): string {
    return this.parts.path;
  }

  get query(): URLSearchParams {
    return this.parts.query;
  }

  /** The member who asks; null for a stranger, and for pages that are the same for everybody. */
  get viewer(): PageViewer | null {
    const viewer = this.parts.caller?.viewer;
    return viewer && viewer.memberId !== null ? viewer : null;
  }

  /** A part of the address that its pattern names. */
  param(name: string): string {
    return this.parts.params[name] ?? '';
  }

  ask<Name extends OperationName>(
    name: Name,
    variables: OperationTypes[Name]['variables'],
  ): Promise<OperationTypes[Name]['data']> {
    return this.parts.hub.ask(name, variables, this.locale, this.parts.caller);
  }

  storedTitle(id: string, key: string): Promise<string | null> {
    return this.parts.hub.storedTitle(id, key);
  }

  /** An address of the hub in this reader's language, from `/search` to `/es/search`. */
  to(path: string): string {
    return `/${this.locale}${path === '/' ? '' : path}`;
  }

  /** The same with the hub's own name before it, for other sites and feeds. */
  absolute(address: string): string {
    return this.parts.hub.url + address;
  }
}
