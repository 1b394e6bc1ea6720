/** Data for machines within a page; nothing in it can end its element. */
export function DataBlock({ data }: { readonly data: object }) {
  const json = JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped);
  // Safe: no "<" is left that could begin a tag, and browsers do not run data.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
