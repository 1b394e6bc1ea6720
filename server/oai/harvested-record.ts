import { ActorRole } from '../../schema/actor-enums.js';
import { TranslationStatus } from '../../schema/knowledge-enums.js';
import type { ReadDocument } from '../knowledge/knowledge.view.js';
import { LOCALES, type Locale, type LocalizedText } from '../locale.js';
import { localized } from '../localized.js';
import type { RecordContext } from './oai-records.js';
import { element, type WrittenXml, type XmlTree } from './xml-tree.js';

/** What formats read of a record, by the contract's names. */
export const HARVESTED_FIELDS = [
  'title',
  'summary',
  'countries',
  'actors',
  'themes',
  'challenges',
  'hazards',
  'sdgs',
  'sources',
  'rights',
  'edition',
  'publishedAt',
  'updatedAt',
] as const;

/** A text, and the language that it is in. */
export interface Said {
  readonly locale: Locale;
  readonly text: string;
}

/** A concept or country, by its code, and what it is called in the languages of a record. */
interface Subject {
  readonly key: string;
  readonly code: string;
  readonly names: () => readonly Said[];
}

const OWN_SITE = 'Saberes';
const CONCEPTS = ['themes', 'challenges', 'hazards', 'sdgs'] as const;

/** A public record as libraries describe things: in the languages that people wrote or read it in. */
export class HarvestedRecord {
  /** Its own language first. Nobody has read what a machine translated. */
  readonly locales: readonly Locale[];

  constructor(
    readonly stored: ReadDocument,
    private readonly context: RecordContext,
  ) {
    const { texts, originalLocale } = stored;
    const others = LOCALES.filter((locale) => locale !== originalLocale);
    this.locales = [originalLocale, ...others].filter((locale) => {
      const status = texts[locale]?.status;
      return status !== undefined && status !== TranslationStatus.MACHINE;
    });
  }

  get url(): string {
    const { originalLocale, slug } = this.stored;
    return `${this.context.hubUrl}/${originalLocale}/items/${slug}`;
  }

  /** Of its first publication. */
  get day(): string | null {
    return this.stored.publishedAt?.toISOString().slice(0, 10) ?? null;
  }

  texts(name: 'title' | 'summary'): readonly Said[] {
    return this.said((locale) => this.stored.texts[locale]?.[name]);
  }

  /** Names of actors in these roles, in the language of the record. */
  actors(...roles: readonly ActorRole[]): readonly string[] {
    const known = this.context.reference.in(this.stored.originalLocale).actors;
    const names = (this.stored.actors ?? [])
      .filter(({ role }) => roles.includes(role))
      .flatMap(({ actor }) => known.get(actor)?.name ?? []);
    return [...new Set(names)];
  }

  get publishers(): readonly string[] {
    const named = this.actors(ActorRole.PUBLISHER);
    return named.length > 0 ? named : [OWN_SITE];
  }

  get contributors(): readonly string[] {
    const others = Object.values(ActorRole).filter(
      (role) => role !== ActorRole.AUTHOR && role !== ActorRole.PUBLISHER,
    );
    return this.actors(...others);
  }

  /** What it is about. */
  get subjects(): readonly Subject[] {
    return CONCEPTS.flatMap((field) =>
      (this.stored[field] ?? []).map((code) => ({
        key: `${field} ${code}`,
        code: field === 'sdgs' ? `SDG ${code}` : code,
        names: () =>
          this.said((locale) => this.context.reference.in(locale)[field].get(code)?.name),
      })),
    );
  }

  get countries(): readonly Subject[] {
    return (this.stored.countries ?? []).map((code) => ({
      key: `country ${code}`,
      code,
      names: () =>
        this.said((locale) => this.context.reference.in(locale).countries.get(code)?.name),
    }));
  }

  /** Elements that follow from a key and the languages of the record alone: most are known already. */
  alike(key: string, make: () => readonly XmlTree[]): WrittenXml {
    return this.context.labels.get(`${key} ${this.locales.join()}`, make);
  }

  /** In the language of the record, or the nearest. */
  one(text: LocalizedText | undefined): string | null {
    return localized(text, this.stored.originalLocale);
  }

  private said(read: (locale: Locale) => string | undefined): readonly Said[] {
    return this.locales.flatMap((locale) => {
      const text = read(locale);
      return text ? [{ locale, text }] : [];
    });
  }
}

/** The same element in each language. */
export const inLanguages = (
  name: string,
  said: readonly Said[],
  more: Readonly<Record<string, string>> = {},
): readonly XmlTree[] =>
  said.map(({ locale, text }) => element(name, text, { 'xml:lang': locale, ...more }));

export const each = (name: string, texts: readonly string[]): readonly XmlTree[] =>
  texts.map((text) => element(name, text));
