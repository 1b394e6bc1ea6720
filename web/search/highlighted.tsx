import type { ComponentChildren } from 'preact';

export interface HighlightedText {
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly length: number }[];
}

/** A text with its matches marked. */
export function Highlighted({ text, matches }: HighlightedText) {
  const parts: ComponentChildren[] = [];
  let end = 0;
  for (const { start, length } of matches) {
    parts.push(
      text.slice(end, start),
      <mark key={start}>{text.slice(start, start + length)}</mark>,
    );
    end = start + length;
  }
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
