import { ActorResolver } from '../actor/actor.resolver.js';
import { AttachmentResolver } from '../attachment/attachment.resolver.js';
import type { Attachments } from '../attachment/attachments.js';
import type { Auth } from '../auth/auth.js';
import { createAuthResolvers } from '../auth/auth.resolvers.js';
import type { Embedding } from '../embed/embedding.js';
import { PartnerResolver } from '../embed/partner.resolver.js';
import { StoredQueryResolver } from '../embed/stored-query.resolver.js';
import { EventResolver } from '../event/event.resolver.js';
import type { Exchange } from '../exchange/exchange.js';
import { CountryResolver } from '../geography/geography.resolver.js';
import { HistoryResolver } from '../history/history.resolver.js';
import { KnowledgeResolver, ProtocolResolver } from '../knowledge/knowledge.resolver.js';
import type { KnowledgeService } from '../knowledge/knowledge.service.js';
import { DraftingResolver } from '../publishing/drafting.resolver.js';
import { EditorialResolver } from '../publishing/editorial.resolver.js';
import type { Publishing } from '../publishing/publishing.js';
import { ReviewResolver } from '../publishing/review.resolver.js';
import { SearchResolver } from '../search/search.resolver.js';
import type { SearchService } from '../search/search.service.js';
import { SuggestionService } from '../search/suggestion.service.js';
import { ChallengeResolver, ThematicAreaResolver } from '../thesaurus/thesaurus.resolver.js';
import type { ResolverInstances } from './build-schema.js';
import { type HubFacts, HubResolver } from './hub.resolver.js';
import { NodeResolver } from './node.resolver.js';

/** What the resolvers of one hub translate for. */
export interface ResolvedHub {
  readonly knowledge: KnowledgeService;
  readonly publishing: Publishing;
  readonly attachments: Attachments;
  readonly facts: HubFacts;
  readonly auth: Auth;
  readonly embedding: Embedding;
  readonly exchange: Exchange;
}

/** Makes the resolvers of one hub. */
export function createResolvers(hub: ResolvedHub, search: SearchService): ResolverInstances {
  const { knowledge, publishing, attachments, facts, auth, embedding, exchange } = hub;
  const resolvers = [
    ...createAuthResolvers(auth),
    new ActorResolver(),
    new AttachmentResolver(attachments.service, publishing),
    new ChallengeResolver(),
    new CountryResolver(),
    new DraftingResolver(publishing),
    new EditorialResolver(publishing.editorial),
    new EventResolver(),
    new HistoryResolver(publishing),
    new HubResolver(facts, knowledge, exchange.records),
    new KnowledgeResolver(knowledge),
    new NodeResolver(),
    new PartnerResolver(embedding),
    new StoredQueryResolver(embedding),
    new ProtocolResolver(knowledge),
    new ReviewResolver(publishing),
    new SearchResolver(search, new SuggestionService(search, knowledge)),
    new ThematicAreaResolver(publishing.thesaurus),
  ];
  return new Map(resolvers.map((resolver) => [resolver.constructor, resolver]));
}
