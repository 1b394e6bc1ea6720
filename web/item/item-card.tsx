import type { ComponentChildren } from 'preact';
import type { KnowledgeKind } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';

/** What a card shows of a record. */
export interface CardItem {
  readonly slug: string;
  readonly kind: KnowledgeKind;
  readonly title: string;
  readonly summary: string;
  readonly countries: readonly { readonly code: string; readonly name: string }[];
  /** Of a protocol: a card says so where it is not. */
  readonly inForce?: boolean;
  readonly shownIn?: { readonly locale: string; readonly isFallback: boolean };
}

interface ItemCardProps {
  readonly context: PageContext;
  readonly item: CardItem;
  /** In place of title and summary: the same with marks, or a cutting. */
  readonly title?: ComponentChildren;
  readonly summary?: ComponentChildren;
  /** The level of its heading. */
  readonly level?: 2 | 3;
}

const MOST_COUNTRIES = 3;

/** One record in a list. */
export function ItemCard({ context, item, title, summary, level = 3 }: ItemCardProps) {
  const Heading = `h${level}` as const;
  const language = item.shownIn?.isFallback ? item.shownIn.locale.toLowerCase() : undefined;
  return (
    <article class="card" data-kind={item.kind}>
      <p class="card__meta">
        <span class="kind">{context.t(`kind.${item.kind}`)}</span>
        <Places context={context} countries={item.countries} />
        {item.inForce === false && <span class="tag">{context.t('protocol.notInForceShort')}</span>}
        {language && <span class="tag">{context.texts.languageName(language)}</span>}
      </p>
      <Heading class="card__title" lang={language}>
        <a href={context.to(`/items/${item.slug}`)}>{title ?? item.title}</a>
      </Heading>
      <p class="card__summary" lang={language}>
        {summary ?? item.summary}
      </p>
    </article>
  );
}

function Places({
  context,
  countries,
}: Pick<ItemCardProps, 'context'> & Pick<CardItem, 'countries'>) {
  if (countries.length === 0) return null;
  return (
    <span>
      {placesIn(
        context,
        countries.map(({ name }) => name),
      )}
    </span>
  );
}

/** Some countries by name, and how many others there are. */
export function placesIn({ t, texts }: PageContext, countries: readonly string[]): string {
  const names = countries.slice(0, MOST_COUNTRIES);
  const others = countries.length - names.length;
  const more = others > 0 ? [t('card.moreCountries', { count: others })] : [];
  return texts.list([...names, ...more]);
}
