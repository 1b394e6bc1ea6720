/** What schema.org lets a page say of itself; properties without a value are left out. */
export type LinkedData = Readonly<Record<string, unknown>>;

interface JsonLdProps {
  readonly data: LinkedData;
}

/** A description of the page for programs, for the head of the document. */
export function JsonLd({ data }: JsonLdProps) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data });
  // Safe: without "<" nothing in it can end the element or begin another.
  const html = json.replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: html }} />;
}
