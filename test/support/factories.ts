import { ActorKind } from '../../schema/actor-enums.js';
import {
  EvidenceLevel,
  ItemStatus,
  KnowledgeKind,
  LessonNature,
  Rights,
  TranslationStatus,
} from '../../schema/knowledge-enums.js';
import type { ActorDocument } from '../../server/actor/actor.model.js';
import type { MemberDocument } from '../../server/auth/member.model.js';
import type { NewMember } from '../../server/auth/member.service.js';
import type { EventDocument } from '../../server/event/event.model.js';
import type {
  CountryDocument,
  CountryGroupDocument,
} from '../../server/geography/geography.model.js';
import type { Hub } from '../../server/hub.js';
import { keyedId } from '../../server/ids.js';
import type { StoredTexts } from '../../server/knowledge/knowledge.document.js';
import type { KnowledgeContent } from '../../server/knowledge/knowledge-writer.js';
import { Locale } from '../../server/locale.js';
import type { ReferenceRecords } from '../../server/reference/reference-records.js';
import type { ConceptDocument, ConceptScheme } from '../../server/thesaurus/concept.model.js';
import { buildPartner, buildStoredQuery } from './partners.js';

/** Texts of a record by language; what a test does not care about is filled in. */
export type TextParts = { readonly [locale in `${Locale}`]?: Partial<StoredTexts> };

export type ItemParts = Partial<Omit<KnowledgeContent, 'texts' | 'publishedAt'>> & {
  readonly texts?: TextParts;
  readonly publishedAt?: string | null;
};

type NamedParts<T> = Partial<Omit<T, 'name'>> & { readonly name?: string };

export type MemberParts = Partial<NewMember> & { readonly password?: string };

/** Of every member that is built without another. */
export const PASSWORD = 'four quiet herons at noon';

let count = 0;
const nextKey = (word: string) => `${word}-${(++count).toString(36)}`;

/** Builds records and writes them as the hub itself does; they are found when a method resolves. */
export class Factories {
  constructor(private readonly hub: Hub) {}

  item = async (parts: ItemParts = {}) => (await this.items([parts]))[0] as KnowledgeContent;

  protocol = (parts: ItemParts = {}) =>
    this.item({
      kind: KnowledgeKind.PROTOCOL,
      family: parts.slug ?? nextKey('family'),
      inForce: true,
      ...parts,
    });

  lesson = (parts: ItemParts = {}) =>
    this.item({ kind: KnowledgeKind.LESSON_LEARNED, nature: LessonNature.LESSON, ...parts });

  async items(all: readonly ItemParts[]): Promise<readonly KnowledgeContent[]> {
    const contents = all.map(toContent);
    await this.hub.writer.put(contents);
    await this.settle({ reference: false });
    return contents;
  }

  /** Writes without waiting for the search index. */
  async unindexedItem(parts: ItemParts = {}): Promise<KnowledgeContent> {
    const content = toContent(parts);
    await this.hub.writer.put([content]);
    await this.hub.dataVersion.bump();
    this.hub.indexer.wake();
    return content;
  }

  async actor({ name, ...parts }: NamedParts<ActorDocument> = {}): Promise<ActorDocument> {
    const slug = parts.slug ?? nextKey('actor');
    const _id = keyedId('actor', slug);
    const actor = { ...named(name ?? slug), _id, slug, kind: ActorKind.GOVERNMENT, ...parts };
    await this.reference({ actors: [actor] });
    return actor;
  }

  async country({ name, ...parts }: NamedParts<CountryDocument> & { code: string }) {
    const country = {
      ...named(name ?? parts.code),
      _id: keyedId('country', parts.code),
      alpha3: `${parts.code}X`,
      m49: '000',
      region: inAll('Caribe'),
      isSmallIslandState: false,
      ...parts,
    };
    await this.reference({ countries: [country] });
    return country;
  }

  async group({ name, ...parts }: NamedParts<CountryGroupDocument> & { code: string }) {
    const _id = keyedId('group', parts.code);
    const group = { ...named(name ?? parts.code), _id, members: [], ...parts };
    await this.reference({ groups: [group] });
    return group;
  }

  async event({ name, ...parts }: NamedParts<EventDocument> = {}): Promise<EventDocument> {
    const slug = parts.slug ?? nextKey('event');
    const _id = keyedId('event', slug);
    const event = { ...named(name ?? slug), _id, slug, organizers: [], ...parts };
    await this.reference({ events: [event] });
    return event;
  }

  theme = (parts: NamedParts<ConceptDocument> = {}) => this.concept('theme', parts);
  challenge = (parts: NamedParts<ConceptDocument> = {}) => this.concept('challenge', parts);
  hazard = (parts: NamedParts<ConceptDocument> = {}) => this.concept('hazard', parts);
  sdg = (parts: NamedParts<ConceptDocument> = {}) => this.concept('sdg', parts);

  /** Somebody who can sign in; without a password in the parts it is `PASSWORD`. */
  async member({ password = PASSWORD, ...parts }: MemberParts = {}): Promise<MemberDocument> {
    const key = nextKey('member');
    const passwordHash = await this.hub.auth.passwords.hash(password);
    const usual = { email: `${key}@example.org`, name: key, locale: Locale.ES, passwordHash };
    return this.hub.auth.members.create({ ...usual, ...parts });
  }

  partner = (parts: Parameters<typeof buildPartner>[1] = {}) =>
    buildPartner(this.hub.models, parts);

  storedQuery = (parts: Parameters<typeof buildStoredQuery>[1]) =>
    buildStoredQuery(this.hub.models, parts);

  private async concept(
    scheme: ConceptScheme,
    { name, ...parts }: NamedParts<ConceptDocument>,
  ): Promise<ConceptDocument> {
    const code = parts.code ?? nextKey(scheme);
    const _id = keyedId(scheme, code);
    const concept = { ...named(name ?? code), _id, scheme, code, position: count, ...parts };
    await this.reference({ concepts: [concept] });
    return concept;
  }

  /** Writes reference records and has everything that links to them indexed again. */
  async reference(records: Partial<ReferenceRecords>): Promise<void> {
    const none = { countries: [], groups: [], concepts: [], actors: [], events: [] };
    await this.hub.referenceWriter.put({ ...none, ...records });
    await this.settle({ reference: true });
  }

  private async settle(changed: { readonly reference: boolean }): Promise<void> {
    await this.hub.dataVersion.bump(changed);
    this.hub.indexer.wake();
    await this.hub.indexer.settle();
  }
}

const inAll = (text: string) =>
  Object.fromEntries(Object.values(Locale).map((locale) => [locale, text]));

/** A fingerprint of its own makes every write of reference data a change. */
const named = (name: string) => ({ name: inAll(name), seedHash: nextKey('hash') });

/** A case study of today in Spanish, unless the parts say otherwise. */
export function toContent({ texts, publishedAt, ...parts }: ItemParts): KnowledgeContent {
  const slug = parts.slug ?? nextKey('item');
  const originalLocale = parts.originalLocale ?? Locale.ES;
  return {
    _id: keyedId('item', slug),
    slug,
    kind: KnowledgeKind.CASE_STUDY,
    status: ItemStatus.PUBLISHED,
    originalLocale,
    textVersion: 1,
    countries: [],
    actors: [],
    themes: [],
    challenges: [],
    stages: [],
    hazards: [],
    sdgs: [],
    modality: null,
    evidence: EvidenceLevel.STATED,
    event: null,
    sources: [],
    rights: Rights.OPEN,
    verifiedAt: '',
    ...parts,
    publishedAt: publishedAt === null ? null : new Date(publishedAt ?? '2020-12-04'),
    texts: toTexts(texts ?? { [originalLocale]: {} }, originalLocale, slug),
  };
}

function toTexts(parts: TextParts, originalLocale: Locale, slug: string) {
  const entries = Object.entries(parts).map(([locale, text]) => {
    const isOriginal = locale === originalLocale;
    const status = isOriginal ? TranslationStatus.ORIGINAL : TranslationStatus.HUMAN;
    const filled = { status, madeFrom: 1, title: slug, summary: `Resumen de ${slug}.`, ...text };
    return [locale, filled];
  });
  return Object.fromEntries(entries) as KnowledgeContent['texts'];
}
