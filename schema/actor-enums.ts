import { registerEnumType } from 'type-graphql';

export enum ActorRole {
  AUTHOR = 'AUTHOR',
  IMPLEMENTER = 'IMPLEMENTER',
  PROVIDER = 'PROVIDER',
  SECOND_PROVIDER = 'SECOND_PROVIDER',
  RECIPIENT = 'RECIPIENT',
  FUNDER = 'FUNDER',
  PARTNER = 'PARTNER',
  PUBLISHER = 'PUBLISHER',
}
registerEnumType(ActorRole, {
  name: 'ActorRole',
  description: 'What an actor did in the experience that a record tells.',
  valuesConfig: {
    PROVIDER: { description: 'Gave cooperation; in triangular cooperation the first provider.' },
    SECOND_PROVIDER: { description: 'In triangular cooperation the facilitating partner.' },
  },
});

export enum ActorKind {
  GOVERNMENT = 'GOVERNMENT',
  LOCAL_GOVERNMENT = 'LOCAL_GOVERNMENT',
  SOCIAL_SECURITY = 'SOCIAL_SECURITY',
  MULTILATERAL = 'MULTILATERAL',
  REGIONAL_BODY = 'REGIONAL_BODY',
  FUND = 'FUND',
  NETWORK = 'NETWORK',
  NGO = 'NGO',
  RED_CROSS = 'RED_CROSS',
  ACADEMIA = 'ACADEMIA',
  PRIVATE = 'PRIVATE',
  PUBLIC_PRIVATE = 'PUBLIC_PRIVATE',
}
registerEnumType(ActorKind, { name: 'ActorKind', description: 'What an actor is.' });
