import type { LocalizedText } from '../locale.js';
import type { ConceptDocument } from '../thesaurus/concept.model.js';
import { HUB_NAME } from '../version.js';
import * as texts from './open-data-texts.js';
import { inEach, iri, iris, named, plain, type Resource } from './rdf.js';
import { conceptAddress, schemeAddress, topConcepts } from './thesaurus-graph.js';

export interface CatalogueFacts {
  /** Where people reach the hub. */
  readonly hub: string;
  readonly concepts: readonly ConceptDocument[];
  /** Grows with every public change. */
  readonly version: number;
  /** When a public record changed last; null where there is none. */
  readonly modified: Date | null;
}

const EU = 'http://publications.europa.eu/resource/authority';
const LANGUAGES = ['SPA', 'ENG', 'POR', 'FRA'].map((code) => `${EU}/language/${code}`);

/** A file with what a data set holds: its name, its address, its type where one is registered. */
type File = readonly [name: string, path: string, type?: string];

const RECORD_FILES: readonly File[] = [
  ['CSV', '/search.csv', 'text/csv'],
  ['XLSX', '/search.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['JSON Lines', '/search.jsonl'],
  ['BibTeX', '/search.bib'],
  ['RIS', '/search.ris'],
  ['CSL-JSON', '/search.csl.json', 'application/vnd.citationstyles.csl+json'],
  ['Atom', '/feed.atom', 'application/atom+xml'],
  ['JSON Feed', '/feed.json'],
];

const THESAURUS_FILES: readonly File[] = [
  ['SKOS, Turtle', '/thesaurus.ttl', 'text/turtle'],
  ['SKOS, JSON-LD', '/thesaurus.jsonld', 'application/ld+json'],
];

/** Doors that answer questions: name, address, what they conform to. */
const SERVICES = [
  ['GraphQL', '/graphql', 'https://spec.graphql.org/October2021/'],
  ['OAI-PMH', '/oai', 'http://www.openarchives.org/OAI/openarchivesprotocol.html'],
  ['Model Context Protocol', '/mcp', 'https://modelcontextprotocol.io/specification/2025-06-18'],
] as const;

/** What the hub offers as data, in the terms of DCAT 3. */
export function catalogueGraph(facts: CatalogueFacts): readonly Resource[] {
  const { hub } = facts;
  return [
    catalogue(facts),
    { id: `${hub}/`, type: 'foaf:Organization', about: { 'foaf:name': plain(HUB_NAME) } },
    records(facts),
    thesaurus(facts),
    ...[...RECORD_FILES, ...THESAURUS_FILES].map((file) => distribution(hub, file)),
    ...SERVICES.map((service) => dataService(hub, service)),
  ];
}

const partOf = (hub: string, name: string): string => `${hub}/catalog#${name}`;
const fileOf = (hub: string, path: string): string =>
  partOf(hub, path.slice(1).replace(/[./]/g, '-'));

function common({ hub, modified }: CatalogueFacts, title: LocalizedText, words: LocalizedText) {
  return {
    'dct:title': inEach(title),
    'dct:description': inEach(words),
    'dct:publisher': iri(`${hub}/`),
    'dct:language': iris(LANGUAGES),
    'dct:license': iri(`${hub}/about#rights`),
    'dct:accessRights': iri(`${EU}/access-right/PUBLIC`),
    'dct:modified': modified ? plain(modified.toISOString(), 'xsd:dateTime') : [],
  } as const;
}

function catalogue(facts: CatalogueFacts): Resource {
  const { hub, version } = facts;
  return {
    id: `${hub}/catalog`,
    type: 'dcat:Catalog',
    about: {
      ...common(facts, texts.CATALOGUE_TITLE, texts.CATALOGUE_DESCRIPTION),
      'foaf:homepage': iri(`${hub}/`),
      'dcat:version': plain(String(version)),
      'dcat:themeTaxonomy': iri(schemeAddress(hub, 'theme')),
      'dcat:dataset': iris([partOf(hub, 'records'), partOf(hub, 'thesaurus')]),
      'dcat:service': iris(SERVICES.map(([, path]) => fileOf(hub, path))),
    },
  };
}

function records(facts: CatalogueFacts): Resource {
  const { hub, concepts } = facts;
  const themes = concepts.filter(({ scheme }) => scheme === 'theme');
  return {
    id: partOf(hub, 'records'),
    type: 'dcat:Dataset',
    about: {
      ...common(facts, texts.RECORDS_TITLE, texts.RECORDS_DESCRIPTION),
      'dct:identifier': plain(partOf(hub, 'records')),
      'dct:accrualPeriodicity': iri(`${EU}/frequency/CONT`),
      'dcat:landingPage': iri(`${hub}/search`),
      'dcat:theme': iris(topConcepts(themes).map((one) => conceptAddress(hub, one))),
      'dcat:distribution': iris(RECORD_FILES.map(([, path]) => fileOf(hub, path))),
    },
  };
}

function thesaurus(facts: CatalogueFacts): Resource {
  const { hub } = facts;
  const { 'dct:modified': _ofRecords, ...about } = common(
    facts,
    texts.THESAURUS_TITLE,
    texts.THESAURUS_DESCRIPTION,
  );
  return {
    id: partOf(hub, 'thesaurus'),
    type: 'dcat:Dataset',
    about: {
      ...about,
      'dct:identifier': plain(partOf(hub, 'thesaurus')),
      'dct:type': [named('skos:ConceptScheme')],
      'dcat:landingPage': iri(`${hub}/themes`),
      'dcat:distribution': iris(THESAURUS_FILES.map(([, path]) => fileOf(hub, path))),
    },
  };
}

function distribution(hub: string, [name, path, type]: File): Resource {
  return {
    id: fileOf(hub, path),
    type: 'dcat:Distribution',
    about: {
      'dct:title': plain(name),
      'dcat:accessURL': iri(hub + path),
      'dcat:downloadURL': iri(hub + path),
      'dct:license': iri(`${hub}/about#rights`),
      'dcat:mediaType': type ? iri(`https://www.iana.org/assignments/media-types/${type}`) : [],
    },
  };
}

function dataService(hub: string, [name, path, standard]: (typeof SERVICES)[number]): Resource {
  return {
    id: fileOf(hub, path),
    type: 'dcat:DataService',
    about: {
      'dct:title': plain(name),
      'dct:publisher': iri(`${hub}/`),
      'dct:conformsTo': iri(standard),
      'dcat:endpointURL': iri(hub + path),
      'dcat:endpointDescription': iri(`${hub}/api`),
      'dcat:servesDataset': iri(partOf(hub, 'records')),
    },
  };
}
