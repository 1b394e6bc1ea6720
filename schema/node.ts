import { Field, ID, InterfaceType } from 'type-graphql';

@InterfaceType({ description: 'Anything that has an id of its own and can be asked for by it.' })
export abstract class Node {
  @Field(() => ID, {
    simple: true,
    description: 'Readable and stable; its prefix says what it names.',
  })
  readonly id!: string;
}
