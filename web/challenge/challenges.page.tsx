import { NoCounts } from '../counts/no-counts.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { type Challenge, readCoverage } from './challenge-coverage.js';
import { CoverageTable } from './coverage-table.js';

/** The 25 challenges, what answers each of them, and where nothing does. */
export async function challengesPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const { challenges } = await context.ask('challenges', {});
  const coverage = await readCoverage(context, challenges);
  return renderDocument(context, {
    title: t('challenges.title'),
    description: t('challenges.description'),
    section: '/challenges',
    isPartial: coverage === null,
    children: (
      <div class="page">
        <h1>{t('challenges.title')}</h1>
        <p class="lead">{t('challenges.description')}</p>
        {coverage ? (
          <CoverageTable context={context} challenges={challenges} coverage={coverage} />
        ) : (
          <>
            <NoCounts context={context} />
            <PlainList context={context} challenges={challenges} />
          </>
        )}
      </div>
    ),
  });
}

interface PlainListProps {
  readonly context: PageContext;
  readonly challenges: readonly Challenge[];
}

function PlainList({ context, challenges }: PlainListProps) {
  return (
    <ul class="rows">
      {challenges.map(({ code, name }) => (
        <li key={code}>
          <a href={context.to(`/challenges/${code}`)}>
            <span class="count">{code}</span> {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
