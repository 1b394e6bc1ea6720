/** Where a dot stands, and where the line from its island turns towards it, in units of the map. */
export type IslandPlace = readonly [x: number, y: number, bend: number];

/** Dots of small islands: out at sea, far enough from each other for a finger. */
export const ISLAND_PLACES: ReadonlyMap<string, IslandPlace> = new Map([
  ['BS', [264, 30, 246]],
  ['JM', [203, 108, 222]],
  ['KN', [395, 22, 365]],
  ['AG', [450, 39, 365]],
  ['DM', [395, 56, 365]],
  ['LC', [450, 73, 365]],
  ['VC', [395, 90, 365]],
  ['BB', [450, 107, 365]],
  ['GD', [395, 124, 365]],
  ['TT', [450, 141, 365]],
]);
