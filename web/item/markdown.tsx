import markdownIt from 'markdown-it';

/** No raw HTML, no images, no scripts behind links: what is not plain Markdown is shown as typed. */
const markdown = markdownIt({ html: false, linkify: false, typographer: false }).disable('image');

// Only the web itself: no scripts, files or data, and nothing that another program opens.
markdown.validateLink = (address) => /^https?:\/\//i.test(address);

// Headings of a text follow upon that of the page which it stands under, and skip no level.
markdown.core.ruler.push('lower-headings', ({ tokens, env }) => {
  const first = Number(env.level ?? 2);
  let last = first - 1;
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      last = Math.min(6, last + 1, Math.max(first, Number(token.tag[1]) + first - 2));
      token.tag = `h${last}`;
    } else if (token.type === 'heading_close') token.tag = `h${last}`;
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
  /** Of its first headings. */
  readonly level?: 2 | 3;
}

/** A text of a record, rendered safely. */
export function Markdown({ text, lang, level = 2 }: MarkdownProps) {
  const html = markdown.render(text, { level });
  // Safe: with `html: false` all HTML in the text is escaped.
  return <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
