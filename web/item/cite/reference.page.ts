import type { PageAnswer } from '../../page-answer.js';
import type { PageContext } from '../../page-context.js';
import { missingItemPage } from '../missing-item.page.js';
import { type ReferenceFormat, referenceFile } from './reference-file.js';

const FILES: Readonly<Record<ReferenceFormat, { readonly type: string; readonly ending: string }>> =
  {
    bibtex: { type: 'application/x-bibtex', ending: 'bib' },
    ris: { type: 'application/x-research-info-systems', ending: 'ris' },
  };

export const bibtexPage = (context: PageContext) => referencePage(context, 'bibtex');
export const risPage = (context: PageContext) => referencePage(context, 'ris');

/** A reference to a record, to be saved. */
async function referencePage(context: PageContext, format: ReferenceFormat): Promise<PageAnswer> {
  const { knowledgeItem: item } = await context.ask('citation', { slug: context.param('slug') });
  if (!item) return missingItemPage(context);
  const { type, ending } = FILES[format];
  return {
    status: 200,
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${item.slug.replace(/[^\w.-]/g, '_')}.${ending}"`,
      'content-language': item.shownIn.locale.toLowerCase(),
    },
    body: await referenceFile(format, item, context.t('site.name')),
  };
}
