import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Island } from '../assets.js';
import { BRAND } from '../discovery/brand.js';
import { OembedLinks } from '../embed/oembed-links.js';
import { FEED_FORMATS } from '../feeds/feed-formats.js';
import { LOCALES, type Locale } from '../locales.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { SiteFooter } from './site-footer.js';
import { SiteHeader } from './site-header.js';

export interface DocumentParts {
  readonly title: string;
  readonly description: string;
  readonly children: ComponentChildren;
  readonly status?: number;
  /** The part of the query that belongs to the page's own address; without it there is none. */
  readonly canonicalSearch?: string;
  /**
   * The languages that the page is really written in, where these are not all; in any other
   * language it is a copy of the first.
   */
  readonly languages?: readonly Locale[];
  /** False keeps the page out of search engines and without an address of its own. */
  readonly isIndexed?: boolean;
  /** Something that belongs on the page could not be had just now, so nobody should keep it. */
  readonly isPartial?: boolean;
  /** Which entry of the main navigation the page belongs to. */
  readonly section?: string;
  readonly islands?: readonly Island[];
  /** Further elements of the head. */
  readonly head?: ComponentChildren;
  /** The question of the feed that follows what this page lists. */
  readonly feedSearch?: string;
  /** Whether the header shows its own search box; pages with a larger one leave it out. */
  readonly hasHeaderSearch?: boolean;
}

/** A whole page, ready to be sent. */
export function renderDocument(context: PageContext, parts: DocumentParts): PageAnswer {
  const html = renderToString(<Document context={context} parts={parts} />);
  return {
    status: parts.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': context.locale,
      ...(parts.isPartial && { 'cache-control': 'no-store' }),
    },
    body: `<!doctype html>\n${html}`,
  };
}

interface DocumentProps {
  readonly context: PageContext;
  readonly parts: DocumentParts;
}

function Document({ context, parts }: DocumentProps) {
  const { t } = context;
  return (
    <html lang={context.locale}>
      <Head context={context} parts={parts} />
      <body>
        <a class="skip-link" href="#content">
          {t('layout.skip')}
        </a>
        <SiteHeader
          context={context}
          section={parts.section}
          hasSearch={parts.hasHeaderSearch ?? true}
        />
        <main id="content" tabIndex={-1}>
          {parts.children}
        </main>
        <SiteFooter context={context} />
      </body>
    </html>
  );
}

function Head({ context, parts }: DocumentProps) {
  const { assets, locale, t } = context;
  const title = parts.title === t('site.name') ? parts.title : `${parts.title} · ${t('site.name')}`;
  const islands = new Set<Island>(['search-box', ...(parts.islands ?? [])]);
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={parts.description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" content={BRAND.ground} />
      <link rel="stylesheet" href={assets.styles} />
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      <link rel="manifest" href={`/${locale}/manifest.webmanifest`} />
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title={t('site.name')}
        href={`/${locale}/opensearch.xml`}
      />
      <Addresses context={context} parts={parts} />
      <FeedLinks context={context} search={parts.feedSearch} />
      {parts.status === undefined && <OembedLinks context={context} title={title} />}
      {parts.head}
      {[...islands].map((island) => (
        <script key={island} type="module" src={assets.script(island)} />
      ))}
    </head>
  );
}

interface FeedLinksProps {
  readonly context: PageContext;
  readonly search: string | undefined;
}

/** What is new, for feed readers: in the whole hub, and in what the page lists. */
function FeedLinks({ context, search }: FeedLinksProps) {
  const { t } = context;
  const feeds: readonly (readonly [title: string, search: string])[] = [
    [t('feed.title'), ''],
    ...(search ? [[t('feed.ofPage'), search] as const] : []),
  ];
  return feeds.flatMap(([title, of]) =>
    FEED_FORMATS.map(({ path, type }) => (
      <link
        key={path + of}
        rel="alternate"
        type={type}
        title={title}
        href={context.to(path) + of}
      />
    )),
  );
}

/** The page's own address, and those of its other languages. */
function Addresses({ context, parts }: DocumentProps) {
  if (parts.isIndexed === false) return <meta name="robots" content="noindex" />;
  const search = parts.canonicalSearch ?? '';
  const path = context.path === '/' ? '' : context.path;
  const { languages = LOCALES } = parts;
  const inLanguage = (locale: Locale) => context.absolute(`/${locale}${path}${search}`);
  const isCopy = !languages.includes(context.locale);
  const own = inLanguage((isCopy && languages[0]) || context.locale);
  return (
    <>
      <link rel="canonical" href={own} />
      {languages.map((locale) => (
        <link key={locale} rel="alternate" hreflang={locale} href={inLanguage(locale)} />
      ))}
      <link rel="alternate" hreflang="x-default" href={context.absolute((path || '/') + search)} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={parts.title} />
      <meta property="og:description" content={parts.description} />
      <meta property="og:url" content={own} />
      <meta property="og:site_name" content={context.t('site.name')} />
    </>
  );
}
