import type { Actor } from '../../schema/actor.js';
import type { ActorKind } from '../../schema/actor-enums.js';
import { badInput } from '../errors.js';
import { listFingerprint, pageOf } from '../graphql/page.js';
import type { Reader } from '../knowledge/knowledge.service.js';
import { checkedQuery } from '../search/search.service.js';
import { foldWord } from '../search/words/fold.js';
import { wordsOf } from '../search/words/tokens.js';

interface ActorListRequest {
  readonly query: string | null;
  readonly kinds: readonly ActorKind[] | null;
  readonly countries: readonly string[] | null;
  readonly first: number;
  readonly after: string | null;
}

/** Actors are reference data: they are found in memory, by words that their names begin with. */
export function listActors(request: ActorListRequest, { reference, locale }: Reader) {
  const { query, kinds, countries, first, after } = request;
  const unknown = countries?.find((code) => !reference.countries.has(code));
  if (unknown) throw badInput('countries', `"${unknown}" is not a country of this hub.`);

  const words = wordsOf(checkedQuery('query', query ?? '')).map(foldWord);
  const found = [...reference.actors.values()].filter(
    (actor) =>
      (!kinds?.length || kinds.includes(actor.kind)) &&
      (!countries?.length || countries.includes(actor.country?.code ?? '')) &&
      words.every((word) => foldedNames(actor).some((own) => own.startsWith(word))),
  );
  const list = listFingerprint('actors', words, kinds, countries, locale);
  return pageOf(found, list, ({ name }) => name, { first, after });
}

const folded = new WeakMap<Actor, readonly string[]>();

function foldedNames(actor: Actor): readonly string[] {
  const known = folded.get(actor);
  if (known) return known;
  const names = [actor.name, actor.acronym ?? '', ...actor.aliases];
  const made = names.flatMap((name) => wordsOf(name).map(foldWord));
  folded.set(actor, made);
  return made;
}
