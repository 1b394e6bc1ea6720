import type { GeometryObject, Topology } from 'topojson-specification';

type Arc = Topology['arcs'][number];
type Transform = NonNullable<Topology['transform']>;

/** Fewer points make no ring that has an inside. */
const FEWEST = 5;

/**
 * The arcs that some lands are made of with fewer points: those nearer to the last one than
 * `distance`, in degrees, are left out. Borders are shared in a topology, so both neighbours lose
 * the same points and still touch.
 */
export function thinArcs(
  { arcs, transform }: Topology,
  lands: readonly GeometryObject[],
  distance: number,
): Arc[] {
  const used = new Set(lands.flatMap(arcsOf));
  return arcs.map((arc, index) =>
    transform && used.has(index) ? thinned(placed(arc, transform), distance) : [],
  );
}

/** An arc that is run through backwards has the complement of its number. */
const arcsOf = (land: GeometryObject): readonly number[] =>
  'arcs' in land
    ? (land.arcs.flat(2) as readonly number[]).map((arc) => (arc < 0 ? ~arc : arc))
    : [];

/** An arc is stored as whole steps from point to point. */
function placed(arc: Arc, { scale, translate }: Transform): Arc {
  let x = 0;
  let y = 0;
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
}

function thinned(arc: Arc, distance: number): Arc {
  const kept: Arc = [];
  for (const [index, point] of arc.entries()) {
    const last = kept.at(-1);
    const isEnd = index === arc.length - 1;
    if (!last || isEnd || apart(last, point) >= distance) kept.push(point);
  }
  return kept.length < FEWEST ? arc : kept;
}

const apart = ([ax = 0, ay = 0]: number[], [bx = 0, by = 0]: number[]): number =>
  Math.hypot(ax - bx, ay - by);
