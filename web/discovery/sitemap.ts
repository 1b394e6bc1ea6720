import { notFoundPage } from '../failure/failure.page.js';
import { fileAnswer, type PageAnswer, redirectTo } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { type ListedPage, SECTIONS, type Section, type SectionName } from './sitemap-sections.js';
import { listPages, listParts } from './sitemap-xml.js';

/**
 * Pages in one file, each there in every language: 4,000 addresses. The protocol takes 50,000, but
 * with the addresses of all languages beside each that is 50 MB, too much to make and keep at once.
 */
const MOST_PAGES = 1_000;

const names = Object.keys(SECTIONS) as readonly SectionName[];
const answer = (xml: string): PageAnswer => fileAnswer('application/xml', xml);

/** All public pages, or, when they are many, a list of the files that have them. */
export async function sitemap(context: PageContext): Promise<PageAnswer> {
  // It is dear to make: kept under one address, however it is asked for.
  if (context.query.size > 0) return redirectTo('/sitemap.xml', true);
  const firsts = await Promise.all(names.map((name) => SECTIONS[name](context)));
  const total = firsts.reduce((sum, first) => sum + first.total, 0);
  if (total > MOST_PAGES) return answer(await listParts(await partsOf(context)));
  const sections = await Promise.all(names.map((name) => pagesOf(context, SECTIONS[name])));
  return answer(await listPages(context, sections.flat()));
}

/** The files that the list names; `after` is where one begins. */
export const SITEMAP_PARTS = names.map((name) => {
  const part = async (context: PageContext): Promise<PageAnswer> => {
    const after = context.query.get('after') ?? undefined;
    const pages = await pagesOf(context, SECTIONS[name], after);
    return pages.length > 0 ? answer(await listPages(context, pages)) : notFoundPage(context);
  };
  return [`/sitemap-${name}.xml`, part] as const;
});

/** The pages of one file. */
async function pagesOf(
  context: PageContext,
  section: Section,
  after?: string,
): Promise<readonly ListedPage[]> {
  const pages: ListedPage[] = [];
  let from: string | null | undefined = after;
  while (from !== null && pages.length < MOST_PAGES) {
    const step = await section(context, from);
    pages.push(...step.pages);
    from = step.next;
  }
  return pages;
}

/** Addresses of all files, found by walking through every section once. */
async function partsOf(context: PageContext): Promise<readonly string[]> {
  const parts: string[] = [];
  for (const name of names) {
    let from: string | null | undefined;
    let listed = 0;
    while (from !== null) {
      const step = await SECTIONS[name](context, from);
      const isStart = listed % MOST_PAGES === 0 && step.pages.length > 0;
      if (isStart) parts.push(addressOf(context, name, from));
      listed += step.pages.length;
      from = step.next;
    }
  }
  return parts;
}

function addressOf(context: PageContext, name: SectionName, after: string | undefined): string {
  const question = after ? `?${new URLSearchParams({ after })}` : '';
  return context.absolute(`/sitemap-${name}.xml${question}`);
}
