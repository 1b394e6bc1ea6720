import type { HomeQuery } from '../../schema/operations/operation-types.js';
import type { RecordCounts } from '../counts/record-counts.js';
import type { PageContext } from '../page-context.js';
import { STAGES } from '../search/enum-values.js';
import { topOf } from '../theme/theme-tree.js';

interface EntryPointsProps {
  readonly context: PageContext;
  readonly found: HomeQuery;
  /** Null while search is down. */
  readonly counts: RecordCounts | null;
}

/** Ways in for those who do not search: by theme, by stage, by challenge. */
export function EntryPoints({ context, found, counts }: EntryPointsProps) {
  const { t } = context;
  return (
    <div class="columns">
      <Entries
        context={context}
        title={t('home.byTheme')}
        entries={topOf(found.thematicAreas).map(({ code, name }) => ({
          name,
          path: `/themes/${code}`,
          count: counts?.of('THEME', code),
        }))}
        more={{ path: '/themes', text: t('home.allThemes') }}
      />
      <Entries
        context={context}
        title={t('home.byStage')}
        entries={STAGES.map((stage) => ({
          name: t(`stage.${stage}`),
          path: `/search?${new URLSearchParams({ stage })}`,
          count: counts?.of('STAGE', stage),
        }))}
        more={{ path: '/emergency', text: t('nav.emergency') }}
      />
      <Entries
        context={context}
        title={t('home.byChallenge')}
        entries={mostAnswered(found.challenges, counts).map(({ code, name }) => ({
          name,
          path: `/challenges/${code}`,
          count: counts?.of('CHALLENGE', code),
        }))}
        more={{ path: '/challenges', text: t('home.allChallenges') }}
      />
    </div>
  );
}

type Challenges = HomeQuery['challenges'];

const SHOWN_CHALLENGES = 7;

/** Those with most to read; the page of challenges shows the gaps. */
function mostAnswered(challenges: Challenges, counts: RecordCounts | null): Challenges {
  const countOf = (code: string) => counts?.of('CHALLENGE', code) ?? 0;
  return challenges
    .toSorted((a, b) => countOf(b.code) - countOf(a.code))
    .slice(0, SHOWN_CHALLENGES);
}

interface Entry {
  readonly name: string;
  readonly path: string;
  readonly count: number | undefined;
}

interface EntriesProps {
  readonly context: PageContext;
  readonly title: string;
  readonly entries: readonly Entry[];
  readonly more: { readonly path: string; readonly text: string };
}

function Entries({ context, title, entries, more }: EntriesProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="rows">
        {entries.map(({ name, path, count }) => (
          <li key={path}>
            <a href={context.to(path)}>{name}</a>
            {count !== undefined && <span class="count">{context.texts.number(count)}</span>}
          </li>
        ))}
      </ul>
      <p>
        <a href={context.to(more.path)}>{more.text}</a>
      </p>
    </section>
  );
}
