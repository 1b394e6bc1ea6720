import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { ProblemList } from './problem-list.js';
import type { ShownProblem } from './problem-texts.js';

/** Where there is no form to go back to: what was refused, and a way on. */
export const stepRefusedPage = (
  context: PageContext,
  problems: readonly ShownProblem[],
): PageAnswer =>
  renderDocument(context, {
    title: context.t('workspace.title'),
    description: context.t('form.problems'),
    status: 422,
    isIndexed: false,
    children: (
      <div class="page page--narrow">
        <h1>{context.t('workspace.title')}</h1>
        <ProblemList context={context} problems={problems} />
        <p>
          <a href={context.to('/workspace')}>{context.t('workspace.back')}</a>
        </p>
      </div>
    ),
  });
