import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import { Hub, type HubCounts } from '../../schema/hub.js';
import type { KnowledgeService } from '../knowledge/knowledge.service.js';
import type { PublicRecords } from '../knowledge/public-records.js';
import { LOCALES } from '../locale.js';
import { HUB_NAME } from '../version.js';
import type { HubContext } from './context.js';

/** What the hub says about itself. */
export interface HubFacts {
  readonly version: string;
  readonly store: string;
  readonly search: string;
}

@Resolver(() => Hub)
export class HubResolver {
  constructor(
    private readonly facts: HubFacts,
    private readonly knowledge: KnowledgeService,
    private readonly records: PublicRecords,
  ) {}

  @Query(() => Hub, { description: 'What this hub holds and runs on.' })
  hub(): Omit<Hub, 'counts' | 'changedAt'> {
    return { name: HUB_NAME, locales: LOCALES, ...this.facts };
  }

  @FieldResolver()
  changedAt(): Promise<Date | null> {
    return this.records.lastChange();
  }

  @FieldResolver()
  async counts(@Ctx() { reader }: HubContext): Promise<HubCounts> {
    const { reference } = reader;
    return {
      items: await this.knowledge.countPublic(reader),
      actors: reference.actors.size,
      countries: reference.countries.size,
      thematicAreas: reference.themes.size,
      events: reference.events.size,
    };
  }
}
