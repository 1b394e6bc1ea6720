import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { geoAzimuthalEqualArea, geoPath } from 'd3-geo';
import type { Feature, MultiPoint } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Polygon, Topology } from 'topojson-specification';
import type { RegionShapes, Shape } from './region-shapes.js';
import { shortPath } from './short-path.js';
import { thinArcs } from './thin-arcs.js';

type Atlas = Topology<{ countries: GeometryCollection }>;

const WIDTH = 500;
const HEIGHT = 560;
/** Places at the edge of the region, in degrees. */
const EDGE: MultiPoint = {
  type: 'MultiPoint',
  coordinates: [
    [-117.5, 32.7],
    [-97, 33],
    [-34.5, -7],
    [-66, -56],
    [-75, -56],
  ],
};
/** Degrees between points, less than a unit of the map. */
const DETAIL = 0.15;
/** Square units of the map. */
const SMALL = 150;
const REGION = new Set(
  '028 032 044 052 068 076 084 152 170 188 192 212 214 218 222 308 320 328 332 340 388 484 558 591 600 604 659 662 670 740 780 858 862'.split(
    ' ',
  ),
);
/** The map would have holes without the United States, France (Guiana, Antilles) and Puerto Rico. */
const AROUND = new Set(['250', '630', '840']);

/** Cuts the region out of the atlas and draws it; slow, so it is done when the hub is built. */
export function drawRegion(): RegionShapes {
  const lands = readLands();
  const own = lands.filter(({ id }) => REGION.has(String(id)));
  const around = lands.filter(({ id }) => AROUND.has(String(id)));
  const projection = geoAzimuthalEqualArea()
    .rotate([75, 10])
    .fitSize([WIDTH, HEIGHT], EDGE)
    .precision(0)
    .clipExtent([
      [0, 0],
      [WIDTH, HEIGHT],
    ]);
  const path = geoPath(projection).digits(0);
  const outline = (land: Feature) => shortPath(path(land) ?? '');
  const toShape = (land: Feature): Shape => {
    const [x, y] = path.centroid(land);
    const center = [Math.round(x), Math.round(y)] as const;
    return { path: outline(land), center, isSmall: path.area(land) < SMALL };
  };
  return {
    width: WIDTH,
    height: HEIGHT,
    countries: Object.fromEntries(own.map((land) => [String(land.id), toShape(land)])),
    surroundings: around.map(outline).join(''),
  };
}

/** The lands of the atlas that the map shows, with as many points as it can show. */
function readLands(): readonly Feature[] {
  const file = fileURLToPath(import.meta.resolve('world-atlas/countries-50m.json'));
  const atlas = JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  const lands = atlas.objects.countries.geometries.filter(
    ({ id }) => REGION.has(String(id)) || AROUND.has(String(id)),
  );
  const { objects, type } = atlas;
  const thin: Atlas = { type, objects, arcs: thinArcs(atlas, lands, DETAIL) };
  return lands.map((land) => feature(thin, land as Polygon));
}
