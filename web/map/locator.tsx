import { regionShapes } from './region-shapes.js';

/** Radius of the ring around what is too small to be seen. */
const RING = 16;

/** Where in the region a country lies; the text beside it names the subregion. */
export function Locator({ m49 }: { readonly m49: string }) {
  const { width, height, countries } = regionShapes();
  const shape = countries[m49];
  if (!shape) return null;
  const others = Object.values(countries).filter((other) => other !== shape);
  return (
    <svg
      class="map locator"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path class="shade-0" d={others.map(({ path }) => path).join('')} />
      <path class="shade-5" d={shape.path} />
      {shape.isSmall && <circle cx={shape.center[0]} cy={shape.center[1]} r={RING} />}
    </svg>
  );
}
