import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  Ctx,
  FieldResolver,
  Info,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from 'type-graphql';
import { Challenge } from '../../schema/challenge.js';
import { Hazard } from '../../schema/hazard.js';
import { SustainableDevelopmentGoal } from '../../schema/sustainable-development-goal.js';
import { ThematicArea } from '../../schema/thematic-area.js';
import { ThematicAreaInput, ThematicAreaPayload } from '../../schema/thesaurus-changes.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import { itemsOf } from '../knowledge/items-of.js';
import type { ThesaurusService } from './thesaurus.service.js';

@Resolver(() => ThematicArea)
export class ThematicAreaResolver {
  constructor(private readonly thesaurus: ThesaurusService) {}

  @Mutation(() => ThematicAreaPayload, {
    description: 'Adds a theme or changes its labels, synonyms and place; for curators.',
  })
  @UseMiddleware(ReturnProblems)
  async saveThematicArea(
    @Arg('input', () => ThematicAreaInput) input: ThematicAreaInput,
    @Arg('expectedVersion', () => Int, {
      description: '0 for a new theme, and for one as it was shipped.',
    })
    expectedVersion: number,
    @Ctx() context: HubContext,
  ) {
    const { viewer, reader } = context;
    const version = await this.thesaurus.save(viewer, input, expectedVersion, reader.all);
    await context.readIn(reader.locale);
    return { version, thematicArea: context.reader.reference.themes.get(input.code) ?? null };
  }

  @Query(() => ThematicArea, {
    nullable: true,
    description: 'One theme by its code; null when there is none.',
  })
  thematicArea(
    @Arg('code', () => String) code: string,
    @Ctx() { reader: { reference } }: HubContext,
  ): ThematicArea | null {
    return reference.themes.get(code) ?? null;
  }

  @Query(() => [ThematicArea], {
    description: 'The whole thesaurus; those without "broader" are the entry points.',
  })
  thematicAreas(@Ctx() { reader: { reference } }: HubContext): readonly ThematicArea[] {
    return [...reference.themes.values()];
  }

  @FieldResolver()
  url(@Root() { code }: ThematicArea, @Ctx() { reader }: HubContext): string {
    return `${reader.publicUrl}/${reader.locale}/themes/${code}`;
  }

  @FieldResolver()
  items(
    @Root() theme: ThematicArea,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const codes = [...context.reader.all.themes.withNarrower(theme.code)];
    return itemsOf(context, info, { path: 'themes', codes, first, after });
  }
}

@Resolver(() => Challenge)
export class ChallengeResolver {
  @Query(() => Challenge, {
    nullable: true,
    description: 'One challenge by its code; null when there is none.',
  })
  challenge(
    @Arg('code', () => String, { description: 'H1 to H25.' }) code: string,
    @Ctx() { reader: { reference } }: HubContext,
  ): Challenge | null {
    return reference.challenges.get(code) ?? null;
  }

  @Query(() => [Challenge], { description: 'H1 to H25 in their order.' })
  challenges(@Ctx() { reader: { reference } }: HubContext): readonly Challenge[] {
    return [...reference.challenges.values()];
  }

  @Query(() => [Hazard], { description: 'All hazards that a record can be about.' })
  hazards(@Ctx() { reader: { reference } }: HubContext): readonly Hazard[] {
    return [...reference.hazards.values()];
  }

  @Query(() => [SustainableDevelopmentGoal], {
    description: 'The goals of the 2030 Agenda, and those of its targets that records may name.',
  })
  sustainableDevelopmentGoals(
    @Ctx() { reader: { reference } }: HubContext,
  ): readonly SustainableDevelopmentGoal[] {
    return [...reference.sdgs.values()];
  }

  @FieldResolver()
  url(@Root() { code }: Challenge, @Ctx() { reader }: HubContext): string {
    return `${reader.publicUrl}/${reader.locale}/challenges/${code}`;
  }

  @FieldResolver()
  items(
    @Root() challenge: Challenge,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const codes = [challenge.code];
    return itemsOf(context, info, { path: 'challenges', codes, first, after });
  }
}
