import { type Suggestion, SuggestionKind } from '../../schema/suggestion.js';
import { pageSize } from '../graphql/page.js';
import type { KnowledgeService, Reader } from '../knowledge/knowledge.service.js';
import type { LocalizedReference } from '../reference/localized-reference.js';
import { checkedQuery, type SearchService } from './search.service.js';
import { foldWord } from './words/fold.js';
import { wordsOf } from './words/tokens.js';

const MAX_SUGGESTIONS = 20;

interface Candidate extends Suggestion {
  /** All the words it can be found by. */
  readonly names: readonly (readonly string[])[];
}

/** Offers themes, countries, actors and titles while somebody types. */
export class SuggestionService {
  private readonly candidates = new WeakMap<LocalizedReference, readonly Candidate[]>();

  constructor(
    private readonly search: SearchService,
    private readonly knowledge: KnowledgeService,
  ) {}

  /** Names that go on from the prefix, then titles; up to half may be names. */
  async suggest(prefix: string, first: number, reader: Reader): Promise<readonly Suggestion[]> {
    const most = pageSize(first, MAX_SUGGESTIONS);
    const words = wordsOf(checkedQuery('prefix', prefix)).map(foldWord);
    if (words.length === 0) return [];
    const names = this.names(words, reader.reference);
    const titles = await this.titles(prefix, most, reader);
    const room = Math.max(Math.ceil(most / 2), most - titles.length);
    return [...names.slice(0, room), ...titles].slice(0, most);
  }

  private names(words: readonly string[], reference: LocalizedReference): readonly Suggestion[] {
    return this.candidatesOf(reference)
      .map((candidate) => ({ candidate, rank: rankOf(candidate, words) }))
      .filter(({ rank }) => rank > 0)
      .sort((a, b) => b.rank - a.rank || a.candidate.text.length - b.candidate.text.length)
      .map(({ candidate: { kind, text, value } }) => ({ kind, text, value }));
  }

  private async titles(prefix: string, most: number, reader: Reader): Promise<Suggestion[]> {
    const found = await this.search.suggestTitles(prefix, most, reader);
    const items = await this.knowledge.findMany(
      found.map(({ id }) => id),
      [],
      reader,
    );
    return found.flatMap(({ text }, index) => {
      const item = items[index];
      return item ? [{ kind: SuggestionKind.ITEM, text, value: item.slug }] : [];
    });
  }

  private candidatesOf(reference: LocalizedReference): readonly Candidate[] {
    const known = this.candidates.get(reference);
    if (known) return known;
    const made = makeCandidates(reference);
    this.candidates.set(reference, made);
    return made;
  }
}

const namesOf = (...names: readonly (string | null)[]) =>
  names.map((name) => wordsOf(name ?? '').map(foldWord));

function makeCandidates({ themes, countries, actors }: LocalizedReference): readonly Candidate[] {
  return [
    ...[...themes.values()].map(({ code, name, synonyms }) => ({
      kind: SuggestionKind.THEME,
      text: name,
      value: code,
      names: namesOf(name, ...synonyms),
    })),
    ...[...countries.values()].map(({ code, name }) => ({
      kind: SuggestionKind.COUNTRY,
      text: name,
      value: code,
      names: namesOf(name),
    })),
    ...[...actors.values()].map(({ slug, name, acronym, aliases }) => ({
      kind: SuggestionKind.ACTOR,
      text: acronym && acronym !== name ? `${name} (${acronym})` : name,
      value: slug,
      names: namesOf(name, acronym, ...aliases),
    })),
  ];
}

/** 2 when a name begins with the words, 1 when it holds them in any order, 0 otherwise. */
function rankOf({ names }: Candidate, words: readonly string[]): number {
  const begins = (name: readonly string[]) =>
    words.every((word, index) => fits(name[index], word, index === words.length - 1));
  const holds = (name: readonly string[]) =>
    words.every((word, index) => name.some((own) => fits(own, word, index === words.length - 1)));
  if (names.some(begins)) return 2;
  return names.some(holds) ? 1 : 0;
}

/** The last word is still being typed. */
const fits = (own: string | undefined, word: string, isLast: boolean): boolean =>
  own !== undefined && (isLast ? own.startsWith(word) : own === word);
