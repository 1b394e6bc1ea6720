const DEEPEST = 6;

/** One below the heading that comes before an element in its page, so that both read as one outline. */
export function levelBelow(element: Element): number {
  const before = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(
    (heading) => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return Math.min(Number(before.pop()?.tagName[1] ?? 1) + 1, DEEPEST);
}
