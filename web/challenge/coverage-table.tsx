import type { KnowledgeKind } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import { type Challenge, type ChallengeCoverage, COLUMNS } from './challenge-coverage.js';

interface CoverageTableProps {
  readonly context: PageContext;
  readonly challenges: readonly Challenge[];
  readonly coverage: ChallengeCoverage;
}

/** A row for each challenge, a column for each sort of answer; where there is none, it says so. */
export function CoverageTable({ context, challenges, coverage }: CoverageTableProps) {
  const { t } = context;
  return (
    <table class="coverage">
      <caption>{t('challenges.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('challenges.challenge')}</th>
          {COLUMNS.map(([column]) => (
            <th key={column} scope="col">
              {t(`challenges.${column}`)}
            </th>
          ))}
          <th scope="col">{t('challenges.total')}</th>
        </tr>
      </thead>
      <tbody>
        {challenges.map((challenge) => (
          <Row key={challenge.code} context={context} challenge={challenge} coverage={coverage} />
        ))}
      </tbody>
      <Totals context={context} challenges={challenges} coverage={coverage} />
    </table>
  );
}

interface RowProps extends Omit<CoverageTableProps, 'challenges'> {
  readonly challenge: Challenge;
}

function Row({ context, challenge: { code, name }, coverage }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <a href={context.to(`/challenges/${code}`)}>
          <span class="count">{code}</span> {name}
        </a>
      </th>
      {COLUMNS.map(([column, kinds]) => (
        <Cell
          key={column}
          context={context}
          count={coverage.of(column, code)}
          address={searchFor(code, kinds)}
          label={context.t(`challenges.${column}`)}
        />
      ))}
      <Cell
        context={context}
        count={coverage.ofAll(code)}
        address={searchFor(code, [])}
        label={context.t('challenges.total')}
      />
    </tr>
  );
}

interface CellProps {
  readonly context: PageContext;
  readonly count: number;
  readonly address: string;
  /** Its column, for narrow screens where the heads are not in sight. */
  readonly label: string;
}

function Cell({ context, count, address, label }: CellProps) {
  if (count === 0)
    return (
      <td class="gap" data-label={label}>
        <span>{context.t('challenges.none')}</span>
      </td>
    );
  return (
    <td data-label={label}>
      <a href={context.to(address)}>{context.texts.number(count)}</a>
    </td>
  );
}

const searchFor = (challenge: string, kinds: readonly KnowledgeKind[]): string =>
  `/search?${new URLSearchParams([['challenge', challenge], ...kinds.map((kind) => ['kind', kind])])}`;

function Totals({ context, challenges, coverage }: CoverageTableProps) {
  const { t, texts } = context;
  const records = COLUMNS.map(([column]) => coverage.records(column));
  const open = challenges.filter(({ code }) => coverage.ofAll(code) === 0).length;
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('challenges.records')}</th>
        {COLUMNS.map(([column], index) => (
          <td key={column} data-label={t(`challenges.${column}`)}>
            {texts.number(records[index] ?? 0)}
          </td>
        ))}
        <td data-label={t('challenges.total')}>
          {texts.number(records.reduce((sum, count) => sum + count, 0))}
        </td>
      </tr>
      <tr>
        <th scope="row">{t('challenges.gaps')}</th>
        {COLUMNS.map(([column]) => (
          <td key={column} data-label={t(`challenges.${column}`)}>
            {texts.number(coverage.gaps(column, challenges))}
          </td>
        ))}
        <td data-label={t('challenges.total')}>{texts.number(open)}</td>
      </tr>
    </tfoot>
  );
}
