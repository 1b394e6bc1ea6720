import {
  Arg,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
  UseMiddleware,
} from 'type-graphql';
import { Partner, PartnerConnection } from '../../schema/partner.js';
import {
  ChangePartnerInput,
  CreatePartnerKeyInput,
  CreatePartnerKeyPayload,
  PartnerPayload,
  RegisterPartnerInput,
  RemovePartnerInput,
  RemovePartnerPayload,
  RevokePartnerKeyInput,
} from '../../schema/partner-changes.js';
import { PartnerUsage } from '../../schema/partner-usage.js';
import { LocalDate } from '../../schema/scalars.js';
import { StoredQuery } from '../../schema/stored-query.js';
import type { HubContext } from '../graphql/context.js';
import { ReturnProblems } from '../graphql/return-problems.js';
import type { Embedding } from './embedding.js';
import type { PartnerDocument } from './partner.model.js';
import { toPartner, toPartnerKey, toStoredQuery, toUsage } from './partner.view.js';

/** Who embeds, with what keys, and how much. */
@Resolver(() => Partner)
export class PartnerResolver {
  constructor(private readonly embedding: Embedding) {}

  @Query(() => Partner, {
    nullable: true,
    description: 'A partner, for administrators and the editors of its institution.',
  })
  async partner(@Arg('id', () => ID) id: string, @Ctx() context: HubContext) {
    const found = await this.embedding.partners.find(context.viewer, 'partner', id);
    return toPartner(found, context.reader.reference.actors);
  }

  @Query(() => PartnerConnection, {
    description:
      'By name: those of the institutions that the viewer edits for, or all of them for administrators.',
  })
  async partners(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() { viewer, reader }: HubContext,
  ) {
    const page = await this.embedding.partnerList.page(viewer, first ?? 20, after ?? null);
    const { actors } = reader.reference;
    const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: toPartner(node, actors) }));
    return { ...page, edges, nodes: edges.map(({ node }) => node) };
  }

  @FieldResolver(() => [StoredQuery])
  async storedQueries(@Root() { id }: Partner): Promise<readonly StoredQuery[]> {
    return (await this.embedding.saving.list(id)).map(toStoredQuery);
  }

  @FieldResolver(() => PartnerUsage)
  async usage(
    @Root() { id }: Partner,
    @Arg('since', () => LocalDate, { nullable: true, description: 'The first day.' })
    since: string | null,
    @Arg('until', () => LocalDate, { nullable: true, description: 'The last day.' })
    until: string | null,
  ): Promise<PartnerUsage> {
    return toUsage(await this.embedding.usage.summary(id, since ?? null, until ?? null));
  }

  @Mutation(() => PartnerPayload, {
    description: 'Registers a partner: administrators any, editors one of their institution.',
  })
  @UseMiddleware(ReturnProblems)
  async registerPartner(
    @Arg('input', () => RegisterPartnerInput) input: RegisterPartnerInput,
    @Ctx() context: HubContext,
  ) {
    const { name, contact, actor = null } = input;
    const fields = { name, contact, actor, origins: input.origins ?? [] };
    return shown(context, await this.embedding.partners.register(context.caller, fields));
  }

  @Mutation(() => PartnerPayload, { description: 'Changes name, institution, contact or origins.' })
  @UseMiddleware(ReturnProblems)
  async changePartner(
    @Arg('input', () => ChangePartnerInput) input: ChangePartnerInput,
    @Ctx() context: HubContext,
  ) {
    const { id, expectedVersion, actor, ...rest } = input;
    const given = Object.entries(rest).filter(([, value]) => value != null);
    const changes = { ...Object.fromEntries(given), ...(actor === undefined ? {} : { actor }) };
    const { partners } = this.embedding;
    return shown(context, await partners.change(context.caller, id, expectedVersion, changes));
  }

  @Mutation(() => RemovePartnerPayload, {
    description: 'Removes a partner with its keys, stored queries and usage.',
  })
  @UseMiddleware(ReturnProblems)
  async removePartner(
    @Arg('input', () => RemovePartnerInput) { id, expectedVersion }: RemovePartnerInput,
    @Ctx() { caller }: HubContext,
  ) {
    await this.embedding.partners.remove(caller, id, expectedVersion);
    return {};
  }

  @Mutation(() => CreatePartnerKeyPayload, {
    description:
      'Makes a key. Two of each kind may hold at once, so that one can take the place of another.',
  })
  @UseMiddleware(ReturnProblems)
  async createPartnerKey(
    @Arg('input', () => CreatePartnerKeyInput) { id, kind }: CreatePartnerKeyInput,
    @Ctx() context: HubContext,
  ) {
    const { secret, key, partner } = await this.embedding.partners.createKey(
      context.caller,
      id,
      kind,
    );
    return { ...shown(context, partner), key: toPartnerKey(key), secret };
  }

  @Mutation(() => PartnerPayload, {
    description: 'Makes a key void: in this process at once, in every other within five seconds.',
  })
  @UseMiddleware(ReturnProblems)
  async revokePartnerKey(
    @Arg('input', () => RevokePartnerKeyInput) { id, key }: RevokePartnerKeyInput,
    @Ctx() context: HubContext,
  ) {
    return shown(context, await this.embedding.partners.revokeKey(context.caller, id, key));
  }
}

const shown = ({ reader }: HubContext, partner: PartnerDocument) => ({
  partner: toPartner(partner, reader.reference.actors),
});
