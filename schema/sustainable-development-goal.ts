import { Field, ObjectType } from 'type-graphql';
import { Node } from './node.js';

@ObjectType({
  simpleResolvers: true,
  implements: Node,
  description: 'A goal or target of the 2030 Agenda.',
})
export class SustainableDevelopmentGoal extends Node {
  @Field(() => String, { description: '3 for a goal, 3.8 for a target.' })
  readonly code!: string;

  @Field(() => String)
  readonly name!: string;
}
