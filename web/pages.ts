import { ASSETS_ADDRESS, ASSETS_FOLDER, Assets } from './assets.js';
import { badAddressPage, failurePage, faultPage, notFoundPage } from './failure/failure.page.js';
import { askingHub, type HubPort, type HubToAsk } from './hub-port.js';
import { DEFAULT_LOCALE, isLocale, type Locale, negotiateLocale } from './locales.js';
import { type PageAnswer, type PageRequest, redirectTo } from './page-answer.js';
import { PageContext } from './page-context.js';
import { findFile, findRoute, type Route } from './routes.js';
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
    const { locale, path, isLocal } = splitPath(request);
    const query = isUtf8(path) ? readQuery(request.search) : null;
    const context = this.context(locale, query ? path : '/', query ?? new URLSearchParams());
    if (query === null) return badAddressPage(context);
    if (request.path.length + request.search.length > MOST_ADDRESS)
      return badAddressPage(context, 414);

    const file = isLocal ? null : findFile(path);
    if (file) return this.render(file, this.context(DEFAULT_LOCALE, path, query));
    const route = findRoute(path);
    if (!route) return notFoundPage(context);
    if (!isLocal) return redirectTo(`/${locale}${path === '/' ? '' : path}${request.search}`);
    return this.render(route, this.context(locale, path, query, route.params));
  }

  /** What people see when something went wrong in the hub itself. */
  fault(request: PageRequest, requestId: string): PageAnswer {
    const { locale } = splitPath(request);
    return faultPage(this.context(locale, '/', new URLSearchParams()), requestId);
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
  ): PageContext {
    const { hub, built: assets } = this;
    return new PageContext({ hub, assets, texts: this.texts[locale], path, query, params });
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

function isUtf8(encoded: string): boolean {
  try {
    decodeURIComponent(encoded);
    return true;
  } catch {
    return false;
  }
}

/** Null when the question is not valid UTF-8; `URLSearchParams` would repair it unseen. */
const readQuery = (search: string): URLSearchParams | null =>
  isUtf8(search.replaceAll('+', ' ')) ? new URLSearchParams(search) : null;
