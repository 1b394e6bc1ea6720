import type { ComponentChildren } from 'preact';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { keptNowhere } from './private-page.js';

interface PlainPage {
  readonly title: string;
  readonly description: string;
  readonly status?: number;
  readonly children: ComponentChildren;
}

/** A heading and what follows, for one person: kept nowhere, listed nowhere. */
export function plainPage(
  context: PageContext,
  { title, description, status, children }: PlainPage,
): PageAnswer {
  const answer = renderDocument(context, {
    title,
    description,
    status,
    isIndexed: false,
    islands: ['form'],
    children: (
      <div class="page page--form">
        <h1>{title}</h1>
        {children}
      </div>
    ),
  });
  return keptNowhere(answer);
}
