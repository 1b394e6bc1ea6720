import { ASSETS_ADDRESS, ASSETS_FOLDER, Assets } from './assets.js';
import {
  type AskedEmbedding,
  askedEmbedding,
  type EmbeddedAnswer,
  type EmbeddedOutcome,
} from './embed/asked-embedding.js';
import { type AskedFeed, embeddedFeed } from './embed/embedded-feed.js';
import { fragment } from './embed/fragment.js';
import { framePage } from './embed/frame-page.js';
import {
  badAddressPage,
  failurePage,
  faultPage,
  notFoundPage,
  refusedFormPage,
} from './failure/failure.page.js';
import { formFailurePage } from './failure/form-failure.page.js';
import { askingHub, type HubPort, type HubToAsk } from './hub-port.js';
import type { ImportOutcome } from './import/import-outcome.js';
import { isUtf8 } from './is-utf8.js';
import { LINKED_DATA_ENDING, LINKED_DATA_TYPE } from './item/item-paths.js';
import { DEFAULT_LOCALE, isLocale, type Locale, negotiateLocale } from './locales.js';
import {
  type DataAddress,
  type PageAnswer,
  type PageCaller,
  type PageRequest,
  redirectTo,
} from './page-answer.js';
import { PageContext } from './page-context.js';
import { findAction, findFile, findRoute, type Route } from './routes.js';
import { type AskedTable, askedTable } from './tables/asked-table.js';
import { createTexts } from './texts/texts.js';

const MOST_ADDRESS = 4_000;

export const createPages = (hub: HubToAsk): Pages => new Pages(askingHub(hub));

/** The pages of a hub: an address in, a finished page out. */
export class Pages {
  readonly assets = { folder: ASSETS_FOLDER, address: ASSETS_ADDRESS };
  private readonly texts = createTexts();
  private readonly built = new Assets();

  constructor(private readonly hub: HubPort) {}

  /** Rejects only for faults of its own; what the hub refuses is a page that says so. */
  async answer(request: PageRequest): Promise<PageAnswer> {
    const { caller, form, imported } = request;
    const { locale, path, isLocal } = splitPath(request);
    const query = isUtf8(path) ? readQuery(request.search) : null;
    const shownPath = query ? path : '/';
    const context = this.context(locale, shownPath, query ?? new URLSearchParams(), {}, caller);
    if (query === null) return badAddressPage(context);
    if (request.path.length + request.search.length > MOST_ADDRESS)
      return badAddressPage(context, 414);

    const file = isLocal ? null : findFile(path);
    if (file) return this.render(file, this.context(DEFAULT_LOCALE, path, query));
    const route = findRoute(path);
    if (!route) return notFoundPage(context);
    if (form)
      return this.act(path, form, (params) => this.context(locale, path, query, params, caller));
    if (!isLocal) return redirectTo(`/${locale}${path === '/' ? '' : path}${request.search}`);
    return this.render(route, this.context(locale, path, query, route.params, caller, imported));
  }

  /** What people see when a form was sent that cannot be taken. */
  refusedForm(request: PageRequest, status: number): PageAnswer {
    const { locale } = splitPath(request);
    return refusedFormPage(this.context(locale, '/', new URLSearchParams()), status);
  }

  /** The table that an address asks for; null where it is none that there could be. */
  table({ path: whole, search, acceptLanguage }: PageRequest): AskedTable | null {
    const { locale, path, isLocal } = splitPath({ path: whole, search, acceptLanguage });
    if (!isLocal || whole.length + search.length > MOST_ADDRESS) return null;
    const query = isUtf8(path) ? readQuery(search) : null;
    return query && askedTable(locale, path, query);
  }

  /** The question that a page or fragment for another site shows; null for other addresses. */
  embedding({ path: whole, search, acceptLanguage }: PageRequest): AskedEmbedding | null {
    const { locale, path, isLocal } = splitPath({ path: whole, search, acceptLanguage });
    if (!isLocal || whole.length + search.length > MOST_ADDRESS) return null;
    const query = isUtf8(path) ? readQuery(search) : null;
    return query && askedEmbedding(locale, path, query);
  }

  /** Shows on another site what became of its question. */
  embedded(asked: AskedEmbedding, { search }: PageRequest, outcome: EmbeddedOutcome): PageAnswer {
    const query = new URLSearchParams(search);
    const context = this.context(asked.locale, `/embed/${asked.id}`, query);
    return asked.isFragment
      ? fragment(context, asked, outcome)
      : framePage(context, asked, outcome);
  }

  /** The records in an answer as a feed. */
  embeddedFeed(asked: AskedFeed, outcome: EmbeddedAnswer): Promise<PageAnswer> {
    const context = this.context(asked.locale, `/embed/${asked.id}`, asked.parameters);
    return embeddedFeed(context, asked, outcome);
  }

  /** Where what a page shows is to be had as data. */
  asData({ path: whole, search, acceptLanguage }: PageRequest): DataAddress | null {
    const { locale, path, isLocal } = splitPath({ path: whole, search, acceptLanguage });
    const slug = isLocal ? /^\/items\/([^/]+)$/.exec(path)?.[1] : null;
    if (!slug || path.endsWith(LINKED_DATA_ENDING)) return null;
    return { type: LINKED_DATA_TYPE, path: `/${locale}${path}${LINKED_DATA_ENDING}` };
  }

  /** What people see when something went wrong in the hub itself. */
  fault(request: PageRequest, requestId: string): PageAnswer {
    const { locale } = splitPath(request);
    return faultPage(this.context(locale, '/', new URLSearchParams()), requestId);
  }

  /** Does what a form asks for; an address that takes no forms says so. */
  private async act(
    path: string,
    form: URLSearchParams,
    contextWith: (params: Route['params']) => PageContext,
  ): Promise<PageAnswer> {
    const found = findAction(path);
    if (!found) return refusedFormPage(contextWith({}), 405);
    const context = contextWith(found.params);
    return found
      .action(context, form)
      .catch((error: unknown) => formFailurePage(context, form, error));
  }

  private async render({ page }: Route, context: PageContext): Promise<PageAnswer> {
    try {
      return await page(context);
    } catch (error) {
      return failurePage(context, error);
    }
  }

  private context(
    locale: Locale,
    path: string,
    query: URLSearchParams,
    params: Readonly<Record<string, string>> = {},
    caller?: PageCaller,
    imported?: ImportOutcome,
  ): PageContext {
    const { hub, built: assets } = this;
    return new PageContext({
      hub,
      assets,
      texts: this.texts[locale],
      textsIn: (other) => this.texts[other],
      path,
      query,
      params,
      caller,
      imported,
    });
  }
}

/** The language of an address and the path in it: without slashes at its end, still encoded. */
function splitPath({ path, acceptLanguage }: PageRequest) {
  const [, first, ...rest] = path.split('/');
  const isLocal = isLocale(first);
  const inner = isLocal ? `/${rest.join('/')}` : path;
  return {
    locale: isLocal ? first : negotiateLocale(acceptLanguage),
    // The look behind keeps the time for thousands of slashes in a row proportional to their number.
    path: inner.replace(/(?<!\/)\/+$/, '') || '/',
    isLocal,
  };
}

/** Null when the question is not valid UTF-8; `URLSearchParams` would repair it unseen. */
const readQuery = (search: string): URLSearchParams | null =>
  isUtf8(search.replaceAll('+', ' ')) ? new URLSearchParams(search) : null;
