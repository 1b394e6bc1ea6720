/** What schema.org lets a page say of itself; properties without a value are left out. */
export type LinkedData = object;

interface JsonLdProps {
  readonly data: LinkedData;
}

/** A description with what its terms mean, as it stands in a page or in a file of its own. */
export const asJsonLd = (data: LinkedData): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...data });

/** A description of the page for programs, for the head of the document. */
export function JsonLd({ data }: JsonLdProps) {
  // Safe: without "<" nothing in it can end the element or begin another.
  const html = asJsonLd(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />;
}
