import { element, renderXml } from '../feeds/xml.js';
import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';

const TYPE = 'application/opensearchdescription+xml';

/** Lets a browser offer the hub among its search engines. */
export async function openSearch(context: PageContext): Promise<PageAnswer> {
  const { locale, t } = context;
  const address = (path: string) => context.absolute(context.to(path));
  const icon = { width: 64, height: 64, type: 'image/svg+xml' };
  const description = element(
    'OpenSearchDescription',
    { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
    element('ShortName', {}, t('site.name')),
    element('Description', {}, t('site.description')),
    element('Language', {}, locale),
    element('InputEncoding', {}, 'UTF-8'),
    element('OutputEncoding', {}, 'UTF-8'),
    element('Image', icon, context.absolute('/favicon.svg')),
    element('Url', { type: 'text/html', template: `${address('/search')}?q={searchTerms}` }),
    element('Url', {
      type: 'application/atom+xml',
      template: `${address('/feed.atom')}?q={searchTerms}`,
    }),
    element('Url', { type: TYPE, rel: 'self', template: address('/opensearch.xml') }),
  );
  return fileAnswer(TYPE, renderXml(description));
}
