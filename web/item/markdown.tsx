import markdownIt from 'markdown-it';

/** No raw HTML, no images, no scripts behind links: what is not plain Markdown is shown as typed. */
const markdown = markdownIt({ html: false, linkify: false, typographer: false }).disable('image');

// The page's own heading is the first level.
markdown.core.ruler.push('lower-headings', ({ tokens }) => {
  for (const token of tokens) {
    if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
    token.tag = `h${Math.min(6, Math.max(2, Number(token.tag[1])))}`;
  }
});

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'noopener nofollow ugc');
  return self.renderToken(tokens, index, options);
};

interface MarkdownProps {
  readonly text: string;
  /** Of the text, where it is not that of the page. */
  readonly lang?: string;
}

/** A text of a record, rendered safely. */
export function Markdown({ text, lang }: MarkdownProps) {
  const html = markdown.render(text);
  // Safe: with `html: false` all HTML in the text is escaped.
  return <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
