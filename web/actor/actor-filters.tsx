import type { ActorKind } from '../../schema/operations/operation-types.js';
import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import { ACTOR_KINDS } from '../search/enum-values.js';

/** What the list of actors is narrowed to. */
export interface ActorQuery {
  readonly words: string;
  readonly kind: ActorKind | null;
  readonly country: string | null;
}

/** Null where the address names a kind that there is not. */
export function readActorQuery(query: URLSearchParams): ActorQuery | null {
  const asked = query.get('kind') || null;
  const kind = ACTOR_KINDS.find((one) => one === asked) ?? null;
  if (asked && !kind) return null;
  return { words: (query.get('q') ?? '').trim(), kind, country: query.get('country') || null };
}

interface ActorFiltersProps {
  readonly context: PageContext;
  readonly query: ActorQuery;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
}

/** A plain form. */
export function ActorFilters({ context, query, countries }: ActorFiltersProps) {
  const { t } = context;
  return (
    <search>
      <form class="filters" action={context.to('/actors')}>
        <label>
          {t('actors.begins')}
          <input type="search" name="q" value={query.words} maxLength={200} autocomplete="off" />
        </label>
        <label>
          {t('actors.kind')}
          <select name="kind">
            <option value="">{t('actors.anyKind')}</option>
            {ACTOR_KINDS.map((kind) => (
              <option key={kind} value={kind} selected={kind === query.kind}>
                {t(`actorKind.${kind}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('actors.country')}
          <select name="country">
            <option value="">{t('actors.anyCountry')}</option>
            {countries.map(({ code, name }) => (
              <option key={code} value={code} selected={code === query.country}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button class="button" type="submit">
          <Icon name="search" />
          {t('actors.submit')}
        </button>
      </form>
    </search>
  );
}
