import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page-context.js';
import { ISLAND_PLACES, type IslandPlace } from './island-places.js';
import { regionShapes, type Shape } from './region-shapes.js';
import type { Shade } from './shades.js';

/** A country as the map shows it. */
export interface MapCountry {
  readonly code: string;
  readonly m49: string;
  readonly shade: Shade;
  /** Name and number, read out and shown on pointing. */
  readonly label: string;
  /** Where it leads; null where there is nothing to be read. */
  readonly address: string | null;
}

interface RegionMapProps {
  readonly context: PageContext;
  readonly countries: readonly MapCountry[];
}

interface DrawnCountry {
  readonly country: MapCountry;
  readonly shape: Shape;
}

/** The region with each country in its shade; a table beside it has to say the same. */
export function RegionMap({ context, countries }: RegionMapProps) {
  const { width, height, surroundings, countries: shapes } = regionShapes();
  const drawn = countries.flatMap((country): DrawnCountry[] => {
    const shape = shapes[country.m49];
    return shape ? [{ country, shape }] : [];
  });
  return (
    <svg class="map" viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <title>{context.t('map.label')}</title>
      <path class="map__around" d={surroundings} />
      {drawn.map((one) => (
        <Country key={one.country.code} {...one} />
      ))}
    </svg>
  );
}

function Country({ country, shape }: DrawnCountry) {
  const place = ISLAND_PLACES.get(country.code);
  return (
    <Linked country={country}>
      <path d={shape.path} />
      {place && <Dot country={country} from={shape.center} to={place} />}
    </Linked>
  );
}

interface DotProps {
  readonly country: MapCountry;
  readonly from: readonly [x: number, y: number];
  readonly to: IslandPlace;
}

const RADIUS = 12;

/** Stands for an island that is too small to be seen. */
function Dot({ country, from: [fromX, fromY], to: [x, y, bend] }: DotProps) {
  return (
    <>
      <path class="map__line" d={`M${fromX} ${fromY}L${bend} ${y}H${x}`} />
      <circle class="map__dot" cx={x} cy={y} r={RADIUS} />
      <circle cx={x} cy={y} r={RADIUS} />
      <text x={x} y={y}>
        {country.code}
      </text>
    </>
  );
}

interface LinkedProps {
  readonly country: MapCountry;
  readonly children: ComponentChildren;
}

function Linked({ country: { address, label, shade }, children }: LinkedProps) {
  const title = <title>{label}</title>;
  if (!address)
    return (
      <g class={`shade-${shade}`}>
        {title}
        {children}
      </g>
    );
  return (
    <a class={`shade-${shade}`} href={address} aria-label={label}>
      {title}
      {children}
    </a>
  );
}
