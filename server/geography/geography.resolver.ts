import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Country } from '../../schema/country.js';
import { CountryGroup } from '../../schema/country-group.js';
import { CountryCode } from '../../schema/scalars.js';
import { badInput } from '../errors.js';
import type { HubContext } from '../graphql/context.js';
import { itemsOf } from '../knowledge/items-of.js';

@Resolver(() => Country)
export class CountryResolver {
  @Query(() => Country, { nullable: true, description: 'Null for a country outside the region.' })
  country(
    @Arg('code', () => CountryCode) code: string,
    @Ctx() { reader: { reference } }: HubContext,
  ): Country | null {
    return reference.countries.get(code) ?? null;
  }

  @Query(() => [Country], {
    description: 'The 33 states of the region in the order of their names.',
  })
  countries(
    @Arg('group', () => String, { nullable: true, description: 'Code of a country group.' })
    code: string | null,
    @Ctx() { reader: { reference } }: HubContext,
  ): readonly Country[] {
    if (code == null) return [...reference.countries.values()];
    const group = reference.groups.get(code);
    if (group) return group.countries;
    const known = [...reference.groups.keys()].join(', ');
    throw badInput(
      'group',
      `There is no country group "${code.slice(0, 60)}". There are: ${known}.`,
    );
  }

  @Query(() => [CountryGroup], { description: 'All groups of countries that can be filtered by.' })
  countryGroups(@Ctx() { reader: { reference } }: HubContext): readonly CountryGroup[] {
    return [...reference.groups.values()];
  }

  @FieldResolver()
  url(@Root() { code }: Country, @Ctx() { reader }: HubContext): string {
    return `${reader.publicUrl}/${reader.locale}/countries/${code}`;
  }

  @FieldResolver()
  items(
    @Root() country: Country,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() context: HubContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const codes = [country.code];
    return itemsOf(context, info, { path: 'countries', codes, first, after });
  }
}
