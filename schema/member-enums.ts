import { registerEnumType } from 'type-graphql';

export enum InstitutionRole {
  CONTRIBUTOR = 'CONTRIBUTOR',
  EDITOR = 'EDITOR',
}
registerEnumType(InstitutionRole, {
  name: 'InstitutionRole',
  description: 'What a member may do for one institution.',
  valuesConfig: {
    CONTRIBUTOR: { description: 'Drafts records and submits them for review.' },
    EDITOR: { description: 'Reviews, publishes and withdraws records, and invites members.' },
  },
});

export enum HubRole {
  CURATOR = 'CURATOR',
  ADMINISTRATOR = 'ADMINISTRATOR',
}
registerEnumType(HubRole, {
  name: 'HubRole',
  description: 'What a member may do for the whole hub.',
  valuesConfig: {
    CURATOR: { description: 'Endorses records and keeps the thesaurus.' },
    ADMINISTRATOR: { description: 'Keeps members and institutions, and reads the audit trail.' },
  },
});

export enum TokenScope {
  READ = 'READ',
  WRITE = 'WRITE',
  ADMINISTER = 'ADMINISTER',
}
registerEnumType(TokenScope, {
  name: 'TokenScope',
  description: 'How far an access token reaches; never further than its member.',
  valuesConfig: {
    READ: { description: 'Reads drafts and histories.' },
    WRITE: { description: 'Drafts, reviews and publishes.' },
    ADMINISTER: { description: 'Keeps members, roles, institutions and partners.' },
  },
});
