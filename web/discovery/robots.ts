import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';

/** Doors for programs. Searches stay open: each names the search page as its own address. */
const CLOSED = ['/graphql', '/health/', '/metrics'];

/** What crawlers may read, and where the list of all pages is. */
export async function robots(context: PageContext): Promise<PageAnswer> {
  const lines = [
    'User-agent: *',
    ...CLOSED.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${context.absolute('/sitemap.xml')}`,
    '',
  ];
  return fileAnswer('text/plain', lines.join('\n'));
}
