import { type GraphQLEnumType, GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { BestPractice } from '../../schema/best-practice.js';
import { CaseStudy } from '../../schema/case-study.js';
import { createInContextDirective } from '../../schema/in-context.js';
import { LessonLearned } from '../../schema/lesson-learned.js';
import { Protocol } from '../../schema/protocol.js';
import { ActorResolver } from '../actor/actor.resolver.js';
import { AttachmentResolver } from '../attachment/attachment.resolver.js';
import { AUTH_RESOLVERS } from '../auth/auth.resolvers.js';
import { PartnerResolver } from '../embed/partner.resolver.js';
import { StoredQueryResolver } from '../embed/stored-query.resolver.js';
import { EventResolver } from '../event/event.resolver.js';
import { CountryResolver } from '../geography/geography.resolver.js';
import { HistoryResolver } from '../history/history.resolver.js';
import { KnowledgeResolver, ProtocolResolver } from '../knowledge/knowledge.resolver.js';
import { DraftingResolver } from '../publishing/drafting.resolver.js';
import { EditorialResolver } from '../publishing/editorial.resolver.js';
import { ReviewResolver } from '../publishing/review.resolver.js';
import { SearchResolver } from '../search/search.resolver.js';
import { ChallengeResolver, ThematicAreaResolver } from '../thesaurus/thesaurus.resolver.js';
import { guardTypeResolvers } from './guarded-types.js';
import { HubResolver } from './hub.resolver.js';
import { NodeResolver } from './node.resolver.js';

const RESOLVERS = [
  ...AUTH_RESOLVERS,
  ActorResolver,
  AttachmentResolver,
  ChallengeResolver,
  CountryResolver,
  DraftingResolver,
  EditorialResolver,
  EventResolver,
  HistoryResolver,
  HubResolver,
  KnowledgeResolver,
  NodeResolver,
  PartnerResolver,
  ProtocolResolver,
  ReviewResolver,
  SearchResolver,
  StoredQueryResolver,
  ThematicAreaResolver,
] as const;

/** Resolver objects by their class; without them the schema can be printed but not run. */
export type ResolverInstances = ReadonlyMap<unknown, object>;

/** Builds the schema from its classes, then adds `@inContext` with the very enum they use. */
export function buildHubSchema(instances: ResolverInstances = new Map()): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...RESOLVERS],
    validate: false,
    // The check introspects the whole schema. What starts is what was printed, and that was checked.
    skipCheck: instances.size > 0,
    orphanedTypes: [BestPractice, CaseStudy, LessonLearned, Protocol],
    container: { get: (target) => instances.get(target) },
  });
  const directives = [
    ...schema.getDirectives(),
    createInContextDirective(schema.getType('Locale') as GraphQLEnumType),
  ];
  return guardTypeResolvers(new GraphQLSchema({ ...schema.toConfig(), directives }));
}
