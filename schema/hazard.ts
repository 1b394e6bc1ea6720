import { Field, ObjectType } from 'type-graphql';
import { Node } from './node.js';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'What an emergency comes from.',
})
export class Hazard extends Node {
  @Field(() => String)
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;
}
