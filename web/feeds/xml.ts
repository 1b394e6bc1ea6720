import { type ComponentChildren, h, type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Everything that XML 1.0 forbids, even as an entity: control characters and halves of pairs. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const REPLACEMENT = '\ufffd';

/** An element of XML; its attributes and texts are escaped when it is rendered. */
export const element = (
  name: string,
  attributes: Attributes = {},
  ...children: ComponentChildren[]
): VNode => h(name, attributes, ...children);

/** A whole document. Preact escapes for HTML; what XML asks for beyond that is done here. */
export function renderXml(root: VNode): string {
  const xml = renderToString(root).replaceAll(']]>', ']]&gt;').replace(FORBIDDEN, REPLACEMENT);
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`;
}
