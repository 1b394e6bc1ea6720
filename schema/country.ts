import { Field, ObjectType } from 'type-graphql';
import { Actor } from './actor.js';
import { CountryGroup } from './country-group.js';
import { KnowledgeItemConnection } from './knowledge-item-connection.js';
import { Node } from './node.js';
import { CountryCode, URLText } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A state of Latin America and the Caribbean.',
})
export class Country extends Node {
  @Field(() => CountryCode)
  readonly code!: string;

  @Field(() => String, { description: 'ISO 3166-1 alpha-3.' })
  readonly alpha3!: string;

  @Field(() => String, { description: 'UN M49, three digits with leading zeros.' })
  readonly m49!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { description: 'The M49 subregion: Caribbean, Central or South America.' })
  readonly region!: string;

  @Field(() => Boolean)
  readonly isSmallIslandState!: boolean;

  @Field(() => [CountryGroup], { description: 'Groups that it is a member of today.' })
  readonly groups!: readonly CountryGroup[];

  @Field(() => [Actor], { description: 'Institutions of the country.' })
  readonly actors!: readonly Actor[];

  @Field(() => KnowledgeItemConnection, { description: 'Records about the country, newest first.' })
  readonly items!: KnowledgeItemConnection;

  @Field(() => URLText, { description: 'The page of the country in the language of the answer.' })
  readonly url!: string;
}
