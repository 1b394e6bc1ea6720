import { type MatchFunction, match } from 'path-to-regexp';
import { homePage } from './home/home.page.js';
import { itemPage } from './item/item.page.js';
import type { PageAnswer } from './page-answer.js';
import type { PageContext } from './page-context.js';
import { searchPage } from './search/search.page.js';

export type Page = (context: PageContext) => Promise<PageAnswer>;

/** Every page that has a language, by its address without it. */
const PAGES: Readonly<Record<string, Page>> = {
  '/': homePage,
  '/search': searchPage,
  '/items/:slug': itemPage,
};

export interface Route {
  readonly page: Page;
  readonly params: Readonly<Record<string, string>>;
}

const patterns = Object.entries(PAGES).map(
  ([pattern, page]) => [match(pattern) as MatchFunction<Record<string, string>>, page] as const,
);

/** The page at an address, null where there is none. */
export function findRoute(path: string): Route | null {
  for (const [matches, page] of patterns) {
    const found = matches(path);
    if (found) return { page, params: found.params };
  }
  return null;
}
