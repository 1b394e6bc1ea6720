import { Readable } from 'node:stream';
import {
  ErrorLevel,
  SitemapIndexStream,
  type SitemapItemLoose,
  SitemapStream,
  streamToPromise,
} from 'sitemap';
import { LOCALES, type Locale } from '../locales.js';
import type { PageContext } from '../page-context.js';
import type { ListedPage } from './sitemap-sections.js';

/** Each page once a language, with the addresses of all its languages. */
export async function listPages(
  context: PageContext,
  pages: readonly ListedPage[],
): Promise<string> {
  const stream = new SitemapStream({
    level: ErrorLevel.THROW,
    xmlns: { news: false, image: false, video: false, xhtml: true },
  });
  const items = pages.flatMap((page) => toItems(context, page));
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString();
}

function toItems(context: PageContext, { path, changedAt }: ListedPage): SitemapItemLoose[] {
  const inner = path === '/' ? '' : path;
  const address = (locale: Locale) => context.absolute(`/${locale}${inner}`);
  const links = [
    ...LOCALES.map((locale) => ({ lang: locale, url: address(locale) })),
    { lang: 'x-default', url: context.absolute(path) },
  ];
  return LOCALES.map((locale) => ({
    url: address(locale),
    links,
    ...(changedAt && { lastmod: changedAt }),
  }));
}

/** A list of lists. */
export async function listParts(addresses: readonly string[]): Promise<string> {
  const stream = new SitemapIndexStream({ level: ErrorLevel.THROW });
  const items = addresses.map((url) => ({ url }));
  return (await streamToPromise(Readable.from(items).pipe(stream))).toString();
}
