import { Field, ObjectType } from 'type-graphql';
import { Country } from './country.js';
import { Node } from './node.js';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'States that act together: CELAC, SICA, CARICOM, …',
})
export class CountryGroup extends Node {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'In the language of the answer.' })
  readonly acronym!: string | null;

  @Field(() => [Country], { description: 'Its members of the region today.' })
  readonly countries!: readonly Country[];
}
