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
    const path = decodePath(request.path);
    const [, first = '', ...rest] = (path ?? '').split('/');
    const locale = isLocale(first) ? first : negotiateLocale(request.acceptLanguage);
    const inner = isLocale(first) ? `/${rest.join('/')}` : path;
    const query = readQuery(request.search);
    const context = this.context(locale, inner ?? '/', query ?? new URLSearchParams());
    if (inner === null || query === null) return badAddressPage(context);
    if (request.path.length + request.search.length > MOST_ADDRESS)
      return badAddressPage(context, 414);

    const file = isLocale(first) ? null : findFile(inner);
    if (file) return this.render(file, this.context(DEFAULT_LOCALE, inner, query));
    const route = findRoute(withoutEndingSlash(inner));
    if (!route) return notFoundPage(context);
    if (!isLocale(first))
      return redirectTo(`/${locale}${inner === '/' ? '' : inner}${request.search}`);
    return this.render(route, this.context(locale, withoutEndingSlash(inner), query, route.params));
  }

  /** What people see when something went wrong in the hub itself. */
  fault({ path, acceptLanguage }: PageRequest, requestId: string): PageAnswer {
    const [, first] = path.split('/');
    const locale = isLocale(first) ? first : negotiateLocale(acceptLanguage);
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

const withoutEndingSlash = (path: string): string =>
  path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;

/** Null when the address is not valid UTF-8. */
function decodePath(path: string): string | null {
  try {
    return decodeURI(path);
  } catch {
    return null;
  }
}

/** Null when the question is not valid UTF-8; `URLSearchParams` would repair it unseen. */
function readQuery(search: string): URLSearchParams | null {
  try {
    decodeURIComponent(search.replaceAll('+', ' '));
    return new URLSearchParams(search);
  } catch {
    return null;
  }
}
