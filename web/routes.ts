import { type MatchFunction, match } from 'path-to-regexp';
import { aboutPage } from './about/about.page.js';
import { accountPage } from './account/account.page.js';
import { changeAccount } from './account/account-actions.js';
import { askReset, askResetPage } from './account/ask-reset.page.js';
import { acceptInvitation, invitationPage } from './account/invitation.page.js';
import { reset, resetPage } from './account/reset.page.js';
import { signIn, signInPage } from './account/sign-in.page.js';
import { signOut, signOutPage } from './account/sign-out.page.js';
import { actorPage } from './actor/actor.page.js';
import { actorsPage } from './actor/actors.page.js';
import { apiPage } from './api/api.page.js';
import { auditPage } from './audit/audit.page.js';
import { auditCsv } from './audit/audit-csv.js';
import { challengePage } from './challenge/challenge.page.js';
import { challengesPage } from './challenge/challenges.page.js';
import { countriesPage } from './country/countries.page.js';
import { countryPage } from './country/country.page.js';
import { favicon, oldFavicon } from './discovery/favicon.js';
import { manifest } from './discovery/manifest.js';
import { openSearch } from './discovery/opensearch.js';
import { robots } from './discovery/robots.js';
import { SITEMAP_PARTS, sitemap } from './discovery/sitemap.js';
import { embedThisPage } from './embed/embed-this.page.js';
import { oembed } from './embed/oembed.js';
import { partnerGuidePage } from './embed/partner-guide.page.js';
import { emergencyPage } from './emergency/emergency.page.js';
import { eventPage } from './event/event.page.js';
import { eventsPage } from './event/events.page.js';
import { atomFeed } from './feeds/atom-feed.js';
import { jsonFeed } from './feeds/json-feed.js';
import { homePage } from './home/home.page.js';
import { importPage } from './import/import.page.js';
import { itemPage } from './item/item.page.js';
import { linkedDataPage } from './item/linked-data.page.js';
import { linksetPage } from './item/linkset.page.js';
import { missingItemPage } from './item/missing-item.page.js';
import { changeMembers } from './members/member-actions.js';
import { membersPage } from './members/members.page.js';
import type { PageAnswer } from './page-answer.js';
import type { PageContext } from './page-context.js';
import { partnerPage } from './partner/partner.page.js';
import { changePartner, registerPartner } from './partner/partner-actions.js';
import { partnersPage } from './partner/partners.page.js';
import { searchPage } from './search/search.page.js';
import { suggestionsPage } from './search/suggestions.page.js';
import { CITATION_FORMATS, EXPORT_FORMATS, TEMPLATE_FORMATS } from './tables/asked-table.js';
import { refusedExportPage, refusedTemplatePage } from './tables/refused-table.page.js';
import { themePage } from './theme/theme.page.js';
import { themesPage } from './theme/themes.page.js';
import { attachmentsPage, removeAttachment } from './workspace/attachments.page.js';
import { forMembers } from './workspace/for-members.js';
import { historyPage } from './workspace/history.page.js';
import { beginRecord } from './workspace/new-record.action.js';
import { previewPage } from './workspace/preview.page.js';
import { saveRecord } from './workspace/record.action.js';
import { recordPage } from './workspace/record.page.js';
import { stepPage, takeStep } from './workspace/step.page.js';
import { saveTranslation, translationPage } from './workspace/translation.page.js';
import { translationsPage } from './workspace/translations.page.js';
import { workspacePage } from './workspace/workspace.page.js';

export type Page = (context: PageContext) => Promise<PageAnswer>;

/** What a form at an address does; mostly it ends with `seeOther`. */
export type Action = (context: PageContext, form: URLSearchParams) => Promise<PageAnswer>;

/** Every page that has a language, by its address without it. */
const PAGES: Readonly<Record<string, Page>> = {
  '/': homePage,
  '/search': searchPage,
  '/suggest.json': suggestionsPage,
  '/items/:slug.jsonld': linkedDataPage,
  '/items/:slug/linkset.json': linksetPage,
  '/items/:slug': itemPage,
  '/emergency': emergencyPage,
  '/about': aboutPage,
  '/api': apiPage,
  '/embed-this': embedThisPage,
  '/partner-guide': partnerGuidePage,
  '/feed.atom': atomFeed,
  '/feed.json': jsonFeed,
  '/manifest.webmanifest': manifest,
  '/opensearch.xml': openSearch,
  '/countries': countriesPage,
  '/countries/:code': countryPage,
  '/actors': actorsPage,
  '/actors/:slug': actorPage,
  '/themes': themesPage,
  '/themes/:code': themePage,
  '/challenges': challengesPage,
  '/challenges/:code': challengePage,
  '/events': eventsPage,
  '/events/:slug': eventPage,
  '/workspace': workspacePage,
  '/workspace/:id': recordPage,
  '/workspace/:id/preview': previewPage,
  '/workspace/:id/attachments': attachmentsPage,
  '/workspace/:id/history': historyPage,
  '/workspace/:id/steps/:step': stepPage,
  '/workspace/:id/translations': translationsPage,
  '/workspace/:id/translations/:locale': translationPage,
  '/sign-in': signInPage,
  '/sign-out': signOutPage,
  '/account': accountPage,
  '/reset': askResetPage,
  '/reset/:secret': resetPage,
  '/invitations/:secret': invitationPage,
  '/import': importPage,
  '/members': membersPage,
  '/partners': partnersPage,
  '/partners/:id': partnerPage,
  '/audit': auditPage,
  '/audit.csv': auditCsv,
  // The door sends these files; what comes here asks for one that cannot be.
  ...Object.fromEntries(
    CITATION_FORMATS.map(({ path }) => [`/items/:slug${path}`, missingItemPage]),
  ),
  ...Object.fromEntries(EXPORT_FORMATS.map(({ path }) => [path, refusedExportPage])),
  ...Object.fromEntries(TEMPLATE_FORMATS.map(({ path }) => [path, refusedTemplatePage])),
};

/** Every address that takes a form. */
const ACTIONS: Readonly<Record<string, Action>> = {
  '/workspace': forMembers(beginRecord),
  '/workspace/:id': forMembers(saveRecord),
  '/workspace/:id/attachments': forMembers(removeAttachment),
  '/workspace/:id/steps/:step': forMembers(takeStep),
  '/workspace/:id/translations/:locale': forMembers(saveTranslation),
  '/sign-in': signIn,
  '/sign-out': signOut,
  '/account': changeAccount,
  '/reset': askReset,
  '/reset/:secret': reset,
  '/invitations/:secret': acceptInvitation,
  '/members': changeMembers,
  '/partners': forMembers(registerPartner),
  '/partners/:id': forMembers(changePartner),
};

/** What programs look for at the root of a host, the same in every language. */
const FILES: ReadonlyMap<string, Page> = new Map<string, Page>([
  ['/favicon.svg', favicon],
  ['/favicon.ico', oldFavicon],
  ['/robots.txt', robots],
  ['/oembed', oembed],
  ['/sitemap.xml', sitemap],
  ...SITEMAP_PARTS,
]);

export interface Route {
  readonly page: Page;
  readonly params: Readonly<Record<string, string>>;
}

const actions = Object.entries(ACTIONS).map(
  ([pattern, action]) => [match(pattern) as MatchFunction<Record<string, string>>, action] as const,
);

const patterns = Object.entries(PAGES).map(
  ([pattern, page]) => [match(pattern) as MatchFunction<Record<string, string>>, page] as const,
);

/** The file at an address that has no language, null where there is none. */
export function findFile(path: string): Route | null {
  const page = FILES.get(path);
  return page ? { page, params: {} } : null;
}

/** The page at an address, null where there is none. */
export function findRoute(path: string): Route | null {
  for (const [matches, page] of patterns) {
    const found = matches(path);
    if (found) return { page, params: found.params };
  }
  return null;
}

/** What a form at an address does, null where none is taken. */
export function findAction(path: string) {
  for (const [matches, action] of actions) {
    const found = matches(path);
    if (found) return { action, params: found.params };
  }
  return null;
}
