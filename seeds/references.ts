import type { Placed, PlacedSeeds } from './placed.js';
import { suggestion } from './suggestion.js';
import type { Path, SeedProblem } from './yaml-file.js';

/** A name that one record uses for another, and the place where it stands. */
interface Reference {
  readonly kind: keyof Known;
  readonly name: string | undefined;
  readonly path: Path;
}

interface Known {
  readonly region: ReadonlySet<string>;
  readonly country: ReadonlySet<string>;
  readonly theme: ReadonlySet<string>;
  readonly challenge: ReadonlySet<string>;
  readonly hazard: ReadonlySet<string>;
  readonly goal: ReadonlySet<string>;
  readonly actor: ReadonlySet<string>;
  readonly event: ReadonlySet<string>;
  readonly protocol: ReadonlySet<string>;
}

/** Names that lead nowhere. Names in `damaged` exist, but their records failed another check. */
export function referenceProblems(
  seeds: PlacedSeeds,
  damaged: ReadonlySet<string> = new Set(),
): SeedProblem[] {
  const known = namesOf(seeds);
  const check = <T>(records: readonly Placed<T>[], referencesOf: (value: T) => Reference[]) =>
    records.flatMap(({ value, file, path }) =>
      referencesOf(value).flatMap((reference) => {
        const { kind, name } = reference;
        if (name === undefined || known[kind].has(name) || damaged.has(name)) return [];
        const message = `there is no ${kind} "${name}"${suggestion(name, known[kind])}`;
        return [file.problem([...path, ...reference.path], message)];
      }),
    );

  return [
    ...check(seeds.countries, ({ region }) => [{ kind: 'region', name: region, path: ['region'] }]),
    ...check(seeds.groups, ({ actor, members }) => [
      { kind: 'actor', name: actor, path: ['actor'] },
      ...members.map((member, at) => reference('country', member.country, 'members', at)),
    ]),
    ...check(seeds.themes, ({ broader }) => [{ kind: 'theme', name: broader, path: ['broader'] }]),
    ...check(seeds.actors, ({ country, parent, members = [] }) => [
      { kind: 'country', name: country, path: ['country'] },
      { kind: 'actor', name: parent, path: ['parent'] },
      ...members.map(({ actor }, at) => reference('actor', actor, 'members', at)),
    ]),
    ...check(seeds.events, ({ organizers, supporters }) => [
      ...list('actor', 'organizers', organizers),
      ...list('actor', 'supporters', supporters),
    ]),
    ...check(seeds.items, (item) => [
      ...list('country', 'countries', item.countries),
      ...item.actors.map(({ actor }, at) => reference('actor', actor, 'actors', at, 'actor')),
      ...list('theme', 'themes', item.themes),
      ...list('challenge', 'challenges', item.challenges),
      ...list('hazard', 'hazards', item.hazards),
      ...list('goal', 'sdgs', item.sdgs),
      { kind: 'event', name: item.event, path: ['event'] },
      ...(item.kind === 'PROTOCOL' ? [reference('protocol', item.family, 'family')] : []),
    ]),
  ];
}

const reference = (kind: keyof Known, name: string, ...path: Path): Reference => ({
  kind,
  name,
  path,
});

const list = (kind: keyof Known, field: string, names: readonly string[]): Reference[] =>
  names.map((name, at) => reference(kind, name, field, at));

function namesOf(seeds: PlacedSeeds): Known {
  const codes = (records: readonly Placed<{ readonly code: string }>[]) =>
    new Set(records.map(({ value }) => value.code));
  const slugs = (records: readonly Placed<{ readonly slug: string }>[]) =>
    new Set(records.map(({ value }) => value.slug));
  return {
    region: codes(seeds.regions),
    country: codes(seeds.countries),
    theme: codes(seeds.themes),
    challenge: codes(seeds.challenges),
    hazard: codes(seeds.hazards),
    goal: codes(seeds.sdgs),
    actor: slugs(seeds.actors),
    event: slugs(seeds.events),
    protocol: slugs(seeds.items.filter(({ value }) => value.kind === 'PROTOCOL')),
  };
}
