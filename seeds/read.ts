import { actorSeed, eventSeed } from './actor.schema.js';
import { consistencyProblems } from './consistency.js';
import { readSources, seedFolder } from './folder.js';
import { itemSeed } from './item.schema.js';
import { type PlacedSeeds, plain } from './placed.js';
import { referenceProblems } from './references.js';
import type { Seeds } from './schema.js';
import { SeedError } from './seed-error.js';
import { SeedReader } from './seed-reader.js';
import {
  challengeSeed,
  countryGroupSeed,
  countrySeed,
  hazardSeed,
  regionSeed,
  sdgSeed,
  themeSeed,
} from './vocabulary.schema.js';
import type { SeedProblem } from './yaml-file.js';

export { fingerprintSeeds, seedFolder } from './folder.js';
export type * from './schema.js';
export { SeedError } from './seed-error.js';
export type { SeedProblem } from './yaml-file.js';

/** Reads and checks a whole folder of content: all of it or, with a `SeedError`, nothing. */
export async function readSeeds(folder: string = seedFolder): Promise<Seeds> {
  const shownAs = folder === seedFolder ? 'seeds' : folder.replace(/[/\\]+$/, '');
  const reader = new SeedReader(shownAs, await readSources(folder));
  const placed = readRecords(reader);

  const problems = [
    ...reader.problems,
    ...(reader.isIncomplete ? [] : referenceProblems(placed, reader.damaged)),
    ...consistencyProblems(placed),
  ];
  if (problems.length > 0) throw new SeedError(problems.toSorted(byPlace));
  return plain(placed);
}

function readRecords(reader: SeedReader): PlacedSeeds {
  const countries = reader.file('countries.yaml');
  const placed: PlacedSeeds = {
    regions: reader.list(countries, regionSeed, 'regions'),
    countries: reader.list(countries, countrySeed, 'countries'),
    groups: reader.list(reader.file('country-groups.yaml'), countryGroupSeed),
    themes: reader.list(reader.file('themes.yaml'), themeSeed),
    challenges: reader.list(reader.file('challenges.yaml'), challengeSeed),
    hazards: reader.list(reader.file('hazards.yaml'), hazardSeed),
    sdgs: reader.list(reader.file('sdgs.yaml'), sdgSeed),
    actors: reader.files('actors').flatMap((file) => reader.list(file, actorSeed)),
    events: reader.files('events').flatMap((file) => reader.record(file, eventSeed)),
    items: reader.files('items').flatMap((file) => reader.record(file, itemSeed)),
  };
  reader.refuseLeftovers();
  return placed;
}

const byPlace = (a: SeedProblem, b: SeedProblem): number =>
  a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0);
