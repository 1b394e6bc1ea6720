import { posix } from 'node:path';
import type { Placed, PlacedSeeds } from './placed.js';
import type { ItemSeed } from './schema.js';
import type { SeedProblem } from './yaml-file.js';

/** Rules that span several fields or records. */
export function consistencyProblems(seeds: PlacedSeeds): SeedProblem[] {
  return [
    ...repeated('code', seeds.countries),
    ...repeated('code', seeds.groups),
    ...repeated('code', seeds.themes),
    ...repeated('code', seeds.challenges),
    ...repeated('code', seeds.hazards),
    ...repeated('code', seeds.sdgs),
    ...repeated('slug', seeds.actors),
    ...repeated('slug', seeds.events),
    ...repeated('slug', seeds.items),
    ...misnamedFiles(seeds.events),
    ...misnamedFiles(seeds.items),
    ...circles(seeds.themes, ({ code }) => code, 'broader'),
    ...circles(seeds.actors, ({ slug }) => slug, 'parent'),
    ...seeds.challenges
      .filter(({ value }) => value.code !== `H${value.number}`)
      .map(({ file, path, value }) => file.problem([...path, 'number'], `is not ${value.code}'s`)),
    ...seeds.events.flatMap(backwardDates),
    ...seeds.items.flatMap(missingOriginal),
    ...seeds.items.flatMap((item) => (item.value.kind === 'CASE_STUDY' ? datesOf(item) : [])),
    ...editionsInForce(seeds.items),
  ];
}

function repeated<Key extends string>(
  key: Key,
  records: readonly Placed<{ readonly [K in Key]: string }>[],
): SeedProblem[] {
  const first = new Map<string, Placed<unknown>>();
  return records.flatMap((record) => {
    const { file, path, value } = record;
    const before = first.get(value[key]);
    if (!before) {
      first.set(value[key], record);
      return [];
    }
    const { line } = before.file.problem([...before.path, key], '');
    const message = `"${value[key]}" is taken by ${before.file.name}:${line}`;
    return [file.problem([...path, key], message)];
  });
}

const misnamedFiles = (records: readonly Placed<{ readonly slug: string }>[]): SeedProblem[] =>
  records
    .filter(({ file, value }) => posix.parse(file.name).name !== value.slug)
    .map(({ file, value }) =>
      file.problem(['slug'], `the file has to be called ${value.slug}.yaml, after its slug`),
    );

/** Trees: going up from a record never leads back to it. */
function circles<T>(
  records: readonly Placed<T>[],
  nameOf: (value: T) => string,
  field: string & keyof T,
): SeedProblem[] {
  const upFrom = (value: T) => value[field] as string | undefined;
  const above = new Map(records.map(({ value }) => [nameOf(value), upFrom(value)]));
  return records.flatMap(({ file, path, value }) => {
    const seen = [nameOf(value)];
    for (let up = upFrom(value); up !== undefined; up = above.get(up)) {
      const isBack = up === seen[0];
      if (isBack) return [file.problem([...path, field], `goes in a circle: ${seen.join(' > ')}`)];
      if (seen.includes(up)) return [];
      seen.push(up);
    }
    return [];
  });
}

interface Period {
  readonly startDate?: string | undefined;
  readonly endDate?: string | undefined;
}

const backwardDates = ({ file, path, value }: Placed<Period>): SeedProblem[] =>
  value.startDate && value.endDate && value.endDate < value.startDate
    ? [file.problem([...path, 'endDate'], `is before the start, ${value.startDate}`)]
    : [];

const datesOf = ({ value, ...place }: Placed<ItemSeed>): SeedProblem[] =>
  value.kind === 'CASE_STUDY' ? backwardDates({ value, ...place }) : [];

const missingOriginal = ({ file, value }: Placed<ItemSeed>): SeedProblem[] =>
  value.texts[value.original]
    ? []
    : [file.problem(['texts'], `has no text in "${value.original}", the original language`)];

function editionsInForce(items: readonly Placed<ItemSeed>[]): SeedProblem[] {
  const editions = items.flatMap(({ file, value }) =>
    value.kind === 'PROTOCOL' ? [{ file, ...value }] : [],
  );
  const families = new Set(editions.map(({ family }) => family));
  return [...families].flatMap((name) => {
    const family = editions.filter((edition) => edition.family === name);
    const inForce = family.filter((edition) => edition.inForce);
    const shown = inForce[1] ?? family[0];
    if (inForce.length === 1 || !shown) return [];
    const slugs = (inForce.length > 0 ? inForce : family).map(({ slug }) => slug).join(', ');
    const count = `${inForce.length} editions of "${name}" are in force, not one: ${slugs}`;
    return [shown.file.problem(['inForce'], count)];
  });
}
