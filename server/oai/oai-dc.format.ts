import { ActorRole } from '../../schema/actor-enums.js';
import { Rights } from '../../schema/knowledge-enums.js';
import { VALUE_LABELS } from '../exchange/value-labels.js';
import type { StoredSource } from '../knowledge/knowledge.document.js';
import { ACCESS_RIGHTS, RESOURCE_TYPES } from './access-rights.js';
import { each, type HarvestedRecord, inLanguages, type Said } from './harvested-record.js';
import { type MetadataFormat, schemaLocation } from './metadata-format.js';
import { element, type WrittenXml, type XmlTree } from './xml-tree.js';

const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/oai_dc/';
const SCHEMA = 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd';

/** Declared by the root of every description in Dublin Core. */
export const DC_ROOT = {
  'xmlns:oai_dc': NAMESPACE,
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  ...schemaLocation(NAMESPACE, SCHEMA),
} as const;

/** Unqualified Dublin Core, which every harvester reads. */
export const OAI_DC: MetadataFormat = {
  prefix: 'oai_dc',
  schema: SCHEMA,
  namespace: NAMESPACE,
  describe: (record) => element('oai_dc:dc', describe(record), DC_ROOT),
};

function describe(record: HarvestedRecord): readonly (XmlTree | WrittenXml)[] {
  const { stored, locales } = record;
  const rights = stored.rights ?? Rights.LINK_ONLY;
  const labels = (of: Readonly<Record<string, string>>): readonly Said[] =>
    locales.map((locale) => ({ locale, text: of[locale] ?? '' }));
  return [
    ...inLanguages('dc:title', record.texts('title')),
    ...each('dc:creator', record.actors(ActorRole.AUTHOR)),
    ...record.subjects.map(({ key, code, names }) =>
      record.alike(`dc ${key}`, () => [
        element('dc:subject', code),
        ...inLanguages('dc:subject', names()),
      ]),
    ),
    ...inLanguages('dc:description', record.texts('summary')),
    ...each('dc:publisher', record.publishers),
    ...each('dc:contributor', record.contributors),
    ...each('dc:date', record.day ? [record.day] : []),
    record.alike(`dc ${stored.kind}`, () => [
      element('dc:type', 'Text'),
      element('dc:type', RESOURCE_TYPES[stored.kind].uri),
      ...inLanguages('dc:type', labels(VALUE_LABELS.kind[stored.kind])),
      element('dc:format', 'text/html'),
      ...each('dc:language', locales),
    ]),
    element('dc:identifier', record.url),
    ...(stored.sources ?? []).map(sourceOf),
    ...record.countries.map(({ key, code, names }) =>
      record.alike(`dc ${key}`, () => [
        element('dc:coverage', code),
        ...inLanguages('dc:coverage', names()),
      ]),
    ),
    record.alike(`dc ${rights}`, () => [
      element('dc:rights', ACCESS_RIGHTS[rights].uri),
      ...inLanguages('dc:rights', labels(VALUE_LABELS.rights[rights])),
    ]),
  ];
}

function sourceOf({ title, locator, url, language }: StoredSource): XmlTree {
  const text = [title, locator, url].filter((part) => part).join('. ');
  return element('dc:source', text, language ? { 'xml:lang': language } : {});
}
