import { schemaLocation } from './metadata-format.js';
import { toDatestamp } from './oai-dates.js';
import type { OaiIdentifiers } from './oai-identifiers.js';
import { element, type XmlTree } from './xml-tree.js';

const IDENTIFIER_NAMESPACE = 'http://www.openarchives.org/OAI/2.0/oai-identifier';
const SAMPLE = 'itm_ciss-disaster-protocol';

export interface Repository {
  readonly baseUrl: string;
  readonly email: string;
  readonly earliest: Date;
  readonly identifiers: OaiIdentifiers;
}

/** What the hub says of itself. */
export function identify({ baseUrl, email, earliest, identifiers }: Repository): XmlTree {
  return element('Identify', [
    element('repositoryName', 'Saberes'),
    element('baseURL', baseUrl),
    element('protocolVersion', '2.0'),
    element('adminEmail', email),
    element('earliestDatestamp', toDatestamp(earliest)),
    element('deletedRecord', 'persistent'),
    element('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
    element('compression', 'gzip'),
    element('compression', 'deflate'),
    ...(identifiers.isDomain ? [element('description', [scheme(identifiers)])] : []),
  ]);
}

const scheme = (identifiers: OaiIdentifiers): XmlTree =>
  element(
    'oai-identifier',
    [
      element('scheme', 'oai'),
      element('repositoryIdentifier', identifiers.repository),
      element('delimiter', ':'),
      element('sampleIdentifier', identifiers.of(SAMPLE)),
    ],
    {
      xmlns: IDENTIFIER_NAMESPACE,
      ...schemaLocation(
        IDENTIFIER_NAMESPACE,
        'http://www.openarchives.org/OAI/2.0/oai-identifier.xsd',
      ),
    },
  );
