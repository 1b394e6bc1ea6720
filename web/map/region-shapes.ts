import { readFileSync } from 'node:fs';

/** A country as it is drawn. */
export interface Shape {
  /** What follows `d=`, in whole units of the map. */
  readonly path: string;
  readonly center: readonly [x: number, y: number];
  /** Hard to find for the eye. */
  readonly isSmall: boolean;
}

/** The region, drawn. */
export interface RegionShapes {
  readonly width: number;
  readonly height: number;
  /** By the three digits of M49. */
  readonly countries: Readonly<Record<string, Shape>>;
  /** Land around it that belongs to no country of the region. */
  readonly surroundings: string;
}

let read: RegionShapes | null = null;

/** What `scripts/build-map.js` drew when the hub was built. */
export function regionShapes(): RegionShapes {
  read ??= JSON.parse(
    readFileSync(new URL('./region.json', import.meta.url), 'utf8'),
  ) as RegionShapes;
  return read;
}
