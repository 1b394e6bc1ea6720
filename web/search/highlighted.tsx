import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page-context.js';
import type { FoundPage } from './search-results.js';

interface HighlightedProps {
  readonly context: PageContext;
  readonly highlight: FoundPage['edges'][number]['highlights'][number];
}

/** A text with its matches marked; its language is named where it is not that of the page. */
export function Highlighted({ context, highlight }: HighlightedProps) {
  const { text, matches, locale } = highlight;
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const { start, length } of matches) {
    parts.push(
      text.slice(end, start),
      <mark key={start}>{text.slice(start, start + length)}</mark>,
    );
    end = start + length;
  }
  const lang = locale.toLowerCase();
  return (
    <span lang={lang === context.locale ? undefined : lang}>
      {parts}
      {text.slice(end)}
    </span>
  );
}
