import type { Clock } from '../clock.js';
import type { PublicChanges } from '../knowledge/public-changes.js';
import { DEFAULT_LOCALE, LOCALES } from '../locale.js';
import { localized } from '../localized.js';
import type { ReferenceCache } from '../reference/reference-cache.js';
import { HARVESTED_FIELDS, inLanguages } from './harvested-record.js';
import type { MetadataFormat } from './metadata-format.js';
import { type ListVerb, type OaiArguments, readArguments } from './oai-arguments.js';
import { DC_ROOT, OAI_DC } from './oai-dc.format.js';
import { type Answered, envelope, refusal } from './oai-envelope.js';
import { OaiFault } from './oai-fault.js';
import { OaiIdentifiers } from './oai-identifiers.js';
import { identify } from './oai-identify.js';
import { OaiLists } from './oai-list.js';
import { OAI_OPENAIRE } from './oai-openaire.format.js';
import { type RecordContext, recordOf } from './oai-records.js';
import { type OaiSet, OaiSets } from './oai-sets.js';
import { badToken, type ResumptionTokens } from './resumption-tokens.js';
import { WrittenLabels } from './written-labels.js';
import { element, type XmlDocument, type XmlTree } from './xml-tree.js';

export interface RepositoryParts {
  readonly changes: PublicChanges;
  readonly references: ReferenceCache;
  readonly tokens: ResumptionTokens;
  readonly clock: Clock;
  readonly pageSize: number;
  /** Where the hub is reached, and who answers for it. */
  readonly hubUrl: () => string;
  readonly email: () => string;
}

export const OAI_PATH = '/oai';

const FORMATS: readonly MetadataFormat[] = [OAI_DC, OAI_OPENAIRE];

/** The six verbs of OAI-PMH 2.0 over the hub's public records. */
export class OaiRepository {
  private readonly lists: OaiLists;
  /** What follows from one version of the reference data. */
  private known: Pick<RecordContext, 'reference' | 'sets' | 'labels'> | null = null;

  constructor(private readonly parts: RepositoryParts) {
    this.lists = new OaiLists(parts);
  }

  /** Refusals are answers too; only what nobody could foresee is thrown. */
  async answer(parameters: URLSearchParams): Promise<XmlDocument> {
    const at = this.parts.clock.now();
    const baseUrl = this.parts.hubUrl() + OAI_PATH;
    let answered: Answered = { at, baseUrl, asked: null };
    try {
      answered = { ...answered, asked: readArguments(parameters) };
      return envelope(answered, await this.run(answered));
    } catch (error) {
      if (!(error instanceof OaiFault)) throw error;
      return refusal(answered, error);
    }
  }

  private async run({ at, baseUrl, asked }: Answered): Promise<XmlTree> {
    const { verb, given } = asked as OaiArguments;
    const context = await this.context();
    switch (verb) {
      case 'Identify': {
        const earliest = (await this.parts.changes.earliest(context.reference)) ?? at;
        const { identifiers } = context;
        return identify({ baseUrl, email: this.parts.email(), earliest, identifiers });
      }
      case 'ListMetadataFormats':
        if (given.identifier !== undefined) await this.find(given.identifier, [], context);
        return element('ListMetadataFormats', FORMATS.map(toFormat));
      case 'ListSets':
        // All sets come in one answer, so no token was ever given.
        if (given.resumptionToken !== undefined) throw badToken('This is no token of this list.');
        return element('ListSets', context.sets.all.map(toSet));
      case 'GetRecord': {
        const format = formatOf(given.metadataPrefix);
        const change = await this.find(given.identifier ?? '', HARVESTED_FIELDS, context);
        return element('GetRecord', [recordOf(change, format, context)]);
      }
      case 'ListIdentifiers':
      case 'ListRecords':
        return this.list(verb, given, context, at);
    }
  }

  private async list(
    verb: ListVerb,
    given: OaiArguments['given'],
    context: RecordContext,
    now: Date,
  ): Promise<XmlTree> {
    const { resumptionToken, metadataPrefix = '', from = null, until = null, set = null } = given;
    const selection =
      resumptionToken === undefined
        ? { verb, metadataPrefix, from, until, set }
        : await this.parts.tokens.read(resumptionToken, verb, now);
    const format = formatOf(selection.metadataPrefix);
    return this.lists.page({ selection, format, context, now });
  }

  private async find(identifier: string, fields: readonly string[], context: RecordContext) {
    const id = context.identifiers.read(identifier);
    const found = id === null ? null : await this.parts.changes.find(id, fields);
    if (found) return found;
    throw new OaiFault('idDoesNotExist', 'This hub has no public record of this name.');
  }

  private async context(): Promise<RecordContext> {
    const reference = await this.parts.references.get();
    if (this.known?.reference !== reference) {
      this.known = { reference, sets: new OaiSets(reference), labels: new WrittenLabels() };
    }
    const hubUrl = this.parts.hubUrl();
    return { ...this.known, identifiers: new OaiIdentifiers(hubUrl), hubUrl };
  }
}

function formatOf(prefix: string | undefined): MetadataFormat {
  const found = FORMATS.find((format) => format.prefix === prefix);
  if (found) return found;
  const there = FORMATS.map((format) => format.prefix).join(', ');
  throw new OaiFault('cannotDisseminateFormat', `The formats of this hub are: ${there}.`);
}

const toFormat = ({ prefix, schema, namespace }: MetadataFormat): XmlTree =>
  element('metadataFormat', [
    element('metadataPrefix', prefix),
    element('schema', schema),
    element('metadataNamespace', namespace),
  ]);

/** A set has one name in the protocol; those in all languages go into its description. */
function toSet({ spec, names }: OaiSet): XmlTree {
  const titles = LOCALES.flatMap((locale) => {
    const text = names[locale];
    return text ? [{ locale, text }] : [];
  });
  return element('set', [
    element('setSpec', spec),
    element('setName', localized(names, DEFAULT_LOCALE) ?? spec),
    element('setDescription', [element('oai_dc:dc', inLanguages('dc:title', titles), DC_ROOT)]),
  ]);
}
