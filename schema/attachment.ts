import { Field, ID, Int, ObjectType } from 'type-graphql';
import { URLText } from './scalars.js';

@ObjectType({
  simpleResolvers: true,
  description: 'A file that belongs to a record: to be downloaded, never shown in place.',
})
export class Attachment {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'The name it is downloaded under.' })
  readonly name!: string;

  @Field(() => String, { description: 'PDF, DOCX, XLSX, PNG, JPEG or WebP; by its content.' })
  readonly mediaType!: string;

  @Field(() => Int, { description: 'Its size.' })
  readonly bytes!: number;

  @Field(() => URLText, { description: 'Where it is downloaded.' })
  readonly url!: string;
}
