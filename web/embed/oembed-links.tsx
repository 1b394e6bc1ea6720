import type { PageContext } from '../page-context.js';
import { embeddingOf } from './embedding.js';

const FORMATS = [
  ['json', 'application/json+oembed'],
  ['xml', 'text/xml+oembed'],
] as const;

interface OembedLinksProps {
  readonly context: PageContext;
  /** Of the page. */
  readonly title: string;
}

/** By these, sites find out how to show a page whose address somebody pastes. */
export function OembedLinks({ context, title }: OembedLinksProps) {
  const found = embeddingOf(context.path, context.query);
  if (!found || found.left.length > 0) return null;
  const search = context.query.size > 0 ? `?${context.query}` : '';
  const url = context.absolute(context.to(context.path)) + search;
  return FORMATS.map(([format, type]) => (
    <link
      key={format}
      rel="alternate"
      type={type}
      title={title}
      href={`${context.absolute('/oembed')}?${new URLSearchParams({ url, format })}`}
    />
  ));
}
