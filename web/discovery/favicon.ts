import { element, renderXml } from '../feeds/xml.js';
import { MARK } from '../layout/icon.js';
import { fileAnswer, type PageAnswer } from '../page-answer.js';
import { BRAND } from './brand.js';

/** The mark of the hub on a ground of its own, legible on light and dark tabs. */
export async function favicon(): Promise<PageAnswer> {
  const drawing = element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' },
    element('rect', { width: 32, height: 32, rx: 7, fill: BRAND.ground }),
    element('path', {
      d: MARK,
      transform: 'translate(4 4)',
      fill: 'none',
      stroke: BRAND.ink,
      'stroke-width': 1.8,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    }),
  );
  return fileAnswer('image/svg+xml', renderXml(drawing));
}

/** Programs that know no other address for it are led to the drawing. */
export const oldFavicon = async (): Promise<PageAnswer> => ({
  status: 301,
  headers: { location: '/favicon.svg' },
  body: '',
});
