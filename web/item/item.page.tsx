import { notFoundPage } from '../failure/failure.page.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { Markdown } from './markdown.js';

/** One record, whole. */
export async function itemPage(context: PageContext): Promise<PageAnswer> {
  const { knowledgeItem: item } = await context.ask('item', { slug: context.param('slug') });
  if (!item) return notFoundPage(context);
  return renderDocument(context, {
    title: item.title,
    description: item.summary,
    islands: ['item'],
    children: (
      <article class="page item">
        <header class="item__header">
          <p class="kind">{context.t(`kind.${item.kind}`)}</p>
          <h1>{item.title}</h1>
          <p class="lead">{item.summary}</p>
          <p>
            {[
              ...item.stages.map((stage) => context.t(`stage.${stage}`)),
              context.t(`evidence.${item.evidence}`),
            ].join(' · ')}
          </p>
        </header>
        <Markdown text={item.body} />
      </article>
    ),
  });
}
