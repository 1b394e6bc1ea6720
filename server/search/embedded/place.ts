import { LOCALES, type Locale } from '../../locale.js';

/** Where a word stands in a record, one bit for each language and field. */
export const PLACES = ['title', 'summary', 'body', 'labels'] as const;
export type Place = (typeof PLACES)[number];

const PLACE_BITS = PLACES.length;
export const MASK_BITS = LOCALES.length * PLACE_BITS;
const MASK = (1 << MASK_BITS) - 1;
/** Above the places, two bits say how often the word is in a body: once, a few times, often. */
const MOST_OFTEN = 3;

export const placeBit = (locale: Locale, place: Place): number =>
  1 << (LOCALES.indexOf(locale) * PLACE_BITS + PLACES.indexOf(place));

/** One number for what is kept of a word in a record: its places, and how often it is in a body. */
export function packPlaces(places: number, timesInBody: number): number {
  const often = timesInBody > 0 ? Math.min(MOST_OFTEN, Math.floor(Math.log2(timesInBody))) : 0;
  return places | (often << MASK_BITS);
}

export const placesIn = (packed: number): number => packed & MASK;
export const oftenIn = (packed: number): number => packed >>> MASK_BITS;

const FIELD_WEIGHT: Readonly<Record<Place, number>> = {
  title: 1,
  labels: 0.62,
  summary: 0.5,
  body: 0.32,
};
/** What further fields of the same language add to the best one. */
const FURTHER_FIELD = 0.25;
const OTHER_LANGUAGE = 0.8;

/** What a text made by machine counts of a real one. */
const BY_MACHINE = 0.8;

/** The languages in which a record has texts made by machine only, one bit for each. */
export const machineBits = (isMachine: (locale: Locale) => boolean): number =>
  LOCALES.reduce((bits, locale, at) => (isMachine(locale) ? bits | (1 << at) : bits), 0);

const LABELS = 1 << PLACES.indexOf('labels');

/** Of the places of a word those that may be shown: no text made by machine. */
export function shownPlaces(places: number, machine: number): number {
  if (machine === 0) return places;
  const shown = LOCALES.map((_, at) => (machine & (1 << at) ? LABELS : (1 << PLACE_BITS) - 1));
  return places & shown.reduce((bits, fields, at) => bits | (fields << (at * PLACE_BITS)), 0);
}

const tables = new Map<string, Float32Array>();

/**
 * For every combination of places, how well a word there answers a reader of this language, in
 * records whose texts in these languages are made by machine.
 */
export function placeQuality(reader: Locale, machine: number): Float32Array {
  const key = `${reader} ${machine}`;
  const known = tables.get(key);
  if (known) return known;
  const table = new Float32Array(MASK + 1);
  LOCALES.forEach((locale, at) => {
    const factor = locale === reader ? 1 : OTHER_LANGUAGE;
    const qualities = fieldQualities(factor, (machine & (1 << at)) !== 0);
    for (let mask = 1; mask <= MASK; mask++) {
      const fields = (mask >>> (at * PLACE_BITS)) & (qualities.length - 1);
      table[mask] = Math.max(table[mask] ?? 0, qualities[fields] ?? 0);
    }
  });
  tables.set(key, table);
  return table;
}

/** The quality of each combination of fields of one language. */
function fieldQualities(factor: number, isMachine: boolean): readonly number[] {
  return Array.from({ length: 1 << PLACE_BITS }, (_, fields) => {
    const weights = PLACES.filter((_, at) => (fields & (1 << at)) !== 0).map(
      (place) => FIELD_WEIGHT[place] * (isMachine && place !== 'labels' ? BY_MACHINE : 1),
    );
    const best = Math.max(0, ...weights);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return (best + FURTHER_FIELD * (sum - best)) * factor;
  });
}
