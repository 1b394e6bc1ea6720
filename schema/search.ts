import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { KnowledgeItem } from './knowledge-item.js';
import { Locale } from './locale.js';
import { PageInfo } from './page-info.js';

export enum SearchSort {
  RELEVANCE = 'RELEVANCE',
  NEWEST = 'NEWEST',
  TITLE = 'TITLE',
}
registerEnumType(SearchSort, { name: 'SearchSort', description: 'The order of a search result.' });

export enum FacetField {
  KIND = 'KIND',
  COUNTRY = 'COUNTRY',
  THEME = 'THEME',
  ACTOR = 'ACTOR',
  ACTOR_KIND = 'ACTOR_KIND',
  CHALLENGE = 'CHALLENGE',
  STAGE = 'STAGE',
  HAZARD = 'HAZARD',
  SDG = 'SDG',
  MODALITY = 'MODALITY',
  LANGUAGE = 'LANGUAGE',
  EVIDENCE = 'EVIDENCE',
}
registerEnumType(FacetField, {
  name: 'FacetField',
  description: 'What a search result can be counted and narrowed by.',
});

@ObjectType({ simpleResolvers: true, description: 'A stretch of text in UTF-16 units.' })
export class TextRange {
  @Field(() => Int)
  readonly start!: number;

  @Field(() => Int)
  readonly length!: number;
}

@ObjectType({
  simpleResolvers: true,
  description:
    'Plain text cut around the match; `matches` are start and length in UTF-16 units. A client never has to trust HTML.',
})
export class Highlight {
  @Field(() => String, { description: 'title, summary or body.' })
  readonly field!: string;

  @Field(() => Locale)
  readonly locale!: Locale;

  @Field(() => String)
  readonly text!: string;

  @Field(() => [TextRange])
  readonly matches!: readonly TextRange[];
}

@ObjectType({ simpleResolvers: true, description: 'A record found, and why.' })
export class SearchEdge {
  @Field(() => String)
  readonly cursor!: string;

  @Field(() => KnowledgeItem)
  readonly node!: KnowledgeItem;

  @Field(() => Float, { description: 'Higher is better; comparable within one answer only.' })
  readonly score!: number;

  @Field(() => [Highlight])
  readonly highlights!: readonly Highlight[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'A value of a facet and how many records of the result have it.',
})
export class FacetValue {
  @Field(() => String, { description: 'What to give as filter to narrow the search to it.' })
  readonly value!: string;

  @Field(() => String)
  readonly label!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The values of one field over the whole result.',
})
export class Facet {
  @Field(() => FacetField)
  readonly field!: FacetField;

  @Field(() => [FacetValue])
  readonly values!: readonly FacetValue[];
}

@ObjectType({
  simpleResolvers: true,
  description: 'One page of a search result, with counts over the whole of it.',
})
export class SearchConnection {
  @Field(() => [SearchEdge])
  readonly edges!: readonly SearchEdge[];

  @Field(() => [KnowledgeItem], { description: 'The same records without score and highlights.' })
  readonly nodes!: readonly KnowledgeItem[];

  @Field(() => PageInfo)
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many records were found.' })
  readonly totalCount!: number;

  @Field(() => [Facet], {
    description:
      'Counted over the whole result, never counting a record twice; labels in the reader’s language, busiest first.',
  })
  readonly facets!: readonly Facet[];

  @Field(() => String, {
    nullable: true,
    description: 'A spelling that finds more, where there is one.',
  })
  readonly didYouMean!: string | null;
}
