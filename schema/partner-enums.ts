import { registerEnumType } from 'type-graphql';

export enum PartnerKeyKind {
  PUBLIC = 'PUBLIC',
  SECRET = 'SECRET',
}
registerEnumType(PartnerKeyKind, {
  name: 'PartnerKeyKind',
  description: 'Where a key of a partner is used.',
  valuesConfig: {
    PUBLIC: {
      description: 'In browsers: for stored queries alone, on pages of the partner’s origins.',
    },
    SECRET: { description: 'On servers, never in a page: from anywhere, with a higher quota.' },
  },
});

export enum StoredQueryStatus {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
  RETIRED = 'RETIRED',
}
registerEnumType(StoredQueryStatus, {
  name: 'StoredQueryStatus',
  description: 'Whether a stored query is answered.',
  valuesConfig: {
    DRAFT: { description: 'Not yet: to everybody else it is as if it did not exist.' },
    ACTIVE: { description: 'Answered.' },
    RETIRED: { description: 'No longer; whoever asks is told so.' },
  },
});
