import type { Seeds } from './schema.js';
import type { Path, YamlFile } from './yaml-file.js';

/** A checked record together with the place it was read from. */
export interface Placed<T> {
  readonly value: T;
  readonly file: YamlFile;
  readonly path: Path;
}

/** The content before its references are checked. */
export type PlacedSeeds = {
  readonly [Family in keyof Seeds]: readonly Placed<Seeds[Family][number]>[];
};

/** The records alone. */
export const plain = (placed: PlacedSeeds): Seeds => ({
  regions: values(placed.regions),
  countries: values(placed.countries),
  groups: values(placed.groups),
  themes: values(placed.themes),
  challenges: values(placed.challenges),
  hazards: values(placed.hazards),
  sdgs: values(placed.sdgs),
  actors: values(placed.actors),
  events: values(placed.events),
  items: values(placed.items),
});

const values = <T>(placed: readonly Placed<T>[]): T[] => placed.map(({ value }) => value);
