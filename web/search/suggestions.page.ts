import type { SuggestionKind } from '../../schema/operations/operation-types.js';
import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';

const MOST = 8;
/** Nobody is still typing the first words of something longer. */
const LONGEST_PREFIX = 100;

/** What the island `search-box` is told: texts in the reader's language, ready to be shown. */
export interface SuggestionsAnswer {
  readonly label: string;
  readonly status: string;
  readonly suggestions: readonly {
    readonly kind: string;
    readonly text: string;
    readonly address: string;
  }[];
}

/** Suggestions while somebody types, as JSON. */
export async function suggestionsPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const prefix = (context.query.get('q') ?? '').trim();
  const isAsked = prefix !== '' && prefix.length <= LONGEST_PREFIX;
  const { suggest } = isAsked
    ? await context.ask('suggest', { prefix, first: MOST })
    : { suggest: [] };
  const answer: SuggestionsAnswer = {
    label: t('suggestion.label'),
    status: t('suggestion.found', { count: suggest.length }),
    suggestions: suggest.map((suggestion) => ({
      kind: t(`suggestion.${suggestion.kind}`),
      text: suggestion.text,
      address: context.to(addressOfSuggestion(suggestion)),
    })),
  };
  const file = fileAnswer('application/json', JSON.stringify(answer));
  return { ...file, headers: { ...file.headers, 'cache-control': 'public, max-age=60' } };
}

/** Where a suggestion leads, without the language. */
export function addressOfSuggestion({
  kind,
  value,
}: {
  readonly kind: SuggestionKind;
  readonly value: string;
}): string {
  const part = encodeURIComponent(value);
  switch (kind) {
    case 'ITEM':
      return `/items/${part}`;
    case 'THEME':
      return `/themes/${part}`;
    case 'COUNTRY':
      return `/countries/${part}`;
    case 'ACTOR':
      return `/actors/${part}`;
  }
}
