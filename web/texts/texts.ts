import { readdirSync, readFileSync } from 'node:fs';
import { createInstance } from 'i18next';
import { LRUCache } from 'lru-cache';
import { LOCALES, type Locale } from '../locales.js';
import type { Catalogue } from './catalogue.js';

/** Texts with their values that one language keeps; some come from readers. */
const MOST_KEPT = 5_000;

const KILOBYTE = 1_000;
const MEGABYTE = 1_000_000;

/** English is written as the United Nations write it: 4 December 2020. */
const DAY_LOCALES: Readonly<Partial<Record<Locale, string>>> = { en: 'en-GB' };

type PluralForm = '_one' | '_many' | '_other';
type Whole<Key> = Key extends `${infer Base}${PluralForm}` ? Base : Key;

/** A text of the interface; one that depends on a number is named without its plural form. */
export type TextKey = Whole<keyof Catalogue>;

export type Translate = (
  key: TextKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The texts of the interface in one language, and its ways to write numbers and days. */
export class Texts {
  readonly t: Translate;
  private readonly numbers: Intl.NumberFormat;
  private readonly dayFormat: Intl.DateTimeFormat;
  private readonly dayOfYearFormat: Intl.DateTimeFormat;
  private readonly momentFormat: Intl.DateTimeFormat;
  private readonly languages: Intl.DisplayNames;
  private readonly lists: Intl.ListFormat;

  constructor(readonly locale: Locale) {
    this.t = createTranslate(locale);
    this.numbers = new Intl.NumberFormat(locale);
    this.dayFormat = new Intl.DateTimeFormat(DAY_LOCALES[locale] ?? locale, {
      dateStyle: 'long',
      timeZone: 'UTC',
    });
    this.dayOfYearFormat = new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
    this.momentFormat = new Intl.DateTimeFormat(DAY_LOCALES[locale] ?? locale, {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'UTC',
      timeZoneName: 'short',
    });
    this.languages = new Intl.DisplayNames(locale, { type: 'language' });
    this.lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  }

  number(value: number): string {
    return this.numbers.format(value);
  }

  /** A day or moment in ISO 8601, written out. */
  day(iso: string): string {
    return this.dayFormat.format(new Date(iso));
  }

  /** From one day to another in ISO 8601, without saying twice what both share. */
  days(from: string, to: string): string {
    return this.dayFormat.formatRange(new Date(from), new Date(to));
  }

  /** A day and its time, for the same reading everywhere in that of the world's clock. */
  moment(iso: string): string {
    return this.momentFormat.format(new Date(iso));
  }

  /** A day without its year, as citations write it. */
  dayOfYear(iso: string): string {
    return this.dayOfYearFormat.format(new Date(iso));
  }

  /** Of a file: kilobytes, or megabytes with one digit behind the point. */
  fileSize(bytes: number): string {
    const [unit, size] = bytes < MEGABYTE ? ['kilobyte', KILOBYTE] : ['megabyte', MEGABYTE];
    const value = Math.max(bytes / size, 1);
    const maximumFractionDigits = unit === 'megabyte' ? 1 : 0;
    const format = { style: 'unit', unit, maximumFractionDigits } as const;
    return new Intl.NumberFormat(this.locale, format).format(value);
  }

  languageName(locale: string): string {
    return this.languages.of(locale.toLowerCase()) ?? locale;
  }

  list(parts: readonly string[]): string {
    return this.lists.format(parts);
  }
}

/** The texts of every language; made once, when the pages are. */
export function createTexts(): Readonly<Record<Locale, Texts>> {
  const entries = LOCALES.map((locale) => [locale, new Texts(locale)] as const);
  return Object.fromEntries(entries) as Record<Locale, Texts>;
}

function createTranslate(locale: Locale): Translate {
  const i18n = createInstance();
  void i18n.init({
    lng: locale,
    resources: { [locale]: { translation: readCatalogue(locale) } },
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false }, // what renders the page escapes
  });
  return remembering(i18n.getFixedT(locale) as Translate);
}

/** A page has hundreds of texts and most come again: looking them up once halves its time. */
function remembering(translate: Translate): Translate {
  const known = new LRUCache<string, string>({ max: MOST_KEPT });
  return (key, values) => {
    const asked = values ? `${key}\n${Object.values(values).join('\n')}` : key;
    const text = known.get(asked) ?? translate(key, values);
    known.set(asked, text);
    return text;
  };
}

/** All files of a language together; compiled code lives below the folder that they are kept in. */
function readCatalogue(locale: Locale): Record<string, string> {
  const folder = new URL(`../../../web/texts/${locale}/`, import.meta.url);
  const parts = readdirSync(folder).map(
    (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>,
  );
  return Object.assign({}, ...parts) as Record<string, string>;
}
