/**
 * Markdown as the words that a reader sees, for indexing and for excerpts: no marks, no link
 * targets; line ends stay, so that paragraphs remain apart.
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^ {0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .replace(/(^|[\s(])[*_](\S.*?)[*_](?=[\s).,;:!?]|$)/gm, '$1$2')
    .trim();
}
