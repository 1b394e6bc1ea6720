// Draws the map of the region once, so that no request has to: dist/web/map/region.json.
import { writeFileSync } from 'node:fs';
import { drawRegion } from '../dist/web/map/draw-region.js';

const target = new URL('../dist/web/map/region.json', import.meta.url);
writeFileSync(target, JSON.stringify(drawRegion()));
