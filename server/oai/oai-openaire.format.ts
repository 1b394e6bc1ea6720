import { ActorRole } from '../../schema/actor-enums.js';
import { Rights } from '../../schema/knowledge-enums.js';
import { VALUE_LABELS } from '../exchange/value-labels.js';
import { Locale } from '../locale.js';
import { ACCESS_RIGHTS, RESOURCE_TYPES } from './access-rights.js';
import { each, type HarvestedRecord, inLanguages } from './harvested-record.js';
import { type MetadataFormat, schemaLocation } from './metadata-format.js';
import { toDatestamp } from './oai-dates.js';
import { element, type WrittenXml, type XmlTree } from './xml-tree.js';

type Part = XmlTree | WrittenXml;

const NAMESPACE = 'http://namespace.openaire.eu/schema/oaire/';
const SCHEMA = 'https://www.openaire.eu/schema/repo-lit/4.0/openaire.xsd';

const ROOT = {
  'xmlns:oaire': NAMESPACE,
  'xmlns:datacite': 'http://datacite.org/schema/kernel-4',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  ...schemaLocation(NAMESPACE, SCHEMA),
} as const;

/** ISO 639-3, as the guidelines advise. */
const LANGUAGES: Readonly<Record<Locale, string>> = {
  [Locale.ES]: 'spa',
  [Locale.EN]: 'eng',
  [Locale.PT]: 'por',
  [Locale.FR]: 'fra',
};

const CONTRIBUTORS = [
  ActorRole.IMPLEMENTER,
  ActorRole.PROVIDER,
  ActorRole.SECOND_PROVIDER,
  ActorRole.RECIPIENT,
  ActorRole.PARTNER,
] as const;

const ORGANISATION = { nameType: 'Organizational' } as const;

/** OpenAIRE Guidelines for Literature Repository Managers 4: Dublin Core, DataCite and their own. */
export const OAI_OPENAIRE: MetadataFormat = {
  prefix: 'oai_openaire',
  schema: SCHEMA,
  namespace: NAMESPACE,
  describe: (record) => element('oaire:resource', describe(record), ROOT),
};

function describe(record: HarvestedRecord): readonly Part[] {
  const { stored, locales } = record;
  const rights = stored.rights ?? Rights.LINK_ONLY;
  const [type, access] = [RESOURCE_TYPES[stored.kind], ACCESS_RIGHTS[rights]];
  const edition = record.one(stored.edition);
  return [
    element('datacite:titles', titles(record)),
    element('datacite:creators', creators(record)),
    ...group('datacite:contributors', record.actors(...CONTRIBUTORS).map(contributor)),
    ...group('oaire:fundingReferences', record.actors(ActorRole.FUNDER).map(funding)),
    ...each(
      'dc:language',
      locales.map((locale) => LANGUAGES[locale]),
    ),
    ...each('dc:publisher', record.publishers),
    element('datacite:dates', dates(record)),
    element('oaire:resourceType', type.label, {
      resourceTypeGeneral: 'literature',
      uri: type.uri,
    }),
    ...inLanguages('dc:description', record.texts('summary')),
    element('dc:format', 'text/html'),
    element('datacite:identifier', record.url, { identifierType: 'URL' }),
    ...group('datacite:relatedIdentifiers', relations(record)),
    element('datacite:rights', access.label, { rightsURI: access.uri }),
    ...each(
      'dc:source',
      (stored.sources ?? []).map(({ title }) => title),
    ),
    ...group('datacite:subjects', subjects(record)),
    element('oaire:licenseCondition', VALUE_LABELS.rights[rights].en),
    ...group('datacite:geoLocations', places(record)),
    ...each('oaire:citationEdition', edition ? [edition] : []),
  ];
}

const group = (name: string, children: readonly Part[]): readonly XmlTree[] =>
  children.length > 0 ? [element(name, children)] : [];

const titles = (record: HarvestedRecord): readonly XmlTree[] => {
  const [own, ...translated] = record.texts('title');
  return [
    ...inLanguages('datacite:title', own ? [own] : []),
    ...inLanguages('datacite:title', translated, { titleType: 'TranslatedTitle' }),
  ];
};

/** The format knows no record without one: without authors it is whoever published it. */
function creators(record: HarvestedRecord): readonly XmlTree[] {
  const authors = record.actors(ActorRole.AUTHOR);
  return (authors.length > 0 ? authors : record.publishers).map((name) =>
    element('datacite:creator', [element('datacite:creatorName', name, ORGANISATION)]),
  );
}

const contributor = (name: string): XmlTree =>
  element('datacite:contributor', [element('datacite:contributorName', name, ORGANISATION)], {
    contributorType: 'Other',
  });

const funding = (name: string): XmlTree =>
  element('oaire:fundingReference', [element('oaire:funderName', name)]);

function dates({ day, stored }: HarvestedRecord): readonly XmlTree[] {
  const date = (dateType: string, text: string) => element('datacite:date', text, { dateType });
  const changed = stored.updatedAt ? toDatestamp(stored.updatedAt).slice(0, 10) : '';
  return [date('Issued', day ?? changed), date('Updated', changed)];
}

/** What it was made from, where that has an address. */
const relations = ({ stored }: HarvestedRecord): readonly XmlTree[] =>
  (stored.sources ?? []).flatMap(({ url }) =>
    url
      ? [
          element('datacite:relatedIdentifier', url, {
            relatedIdentifierType: 'URL',
            relationType: 'IsDerivedFrom',
          }),
        ]
      : [],
  );

const subjects = (record: HarvestedRecord): readonly Part[] =>
  record.subjects.map(({ key, names }) =>
    record.alike(`openaire ${key}`, () => inLanguages('datacite:subject', names())),
  );

const places = (record: HarvestedRecord): readonly XmlTree[] =>
  record.countries.flatMap(({ names }) => {
    const [own] = names();
    return own
      ? [element('datacite:geoLocation', [element('datacite:geoLocationPlace', own.text)])]
      : [];
  });
