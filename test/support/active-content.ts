import type { OpenedPage } from './page.js';

/** Texts that try to become scripts, handlers or odd links: as HTML, in Markdown, or in an address. */
export const ACTIVE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '</textarea><img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '\'"><svg/onload=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' autofocus onfocus='alert(1)",
  '<img src=x onerror=alert(1)//',
  '<svg><script href="data:,alert(1)"/></svg>',
  '<math><mi xlink:href="javascript:alert(1)">x</mi></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="javascript:alert(1)">',
  '<base href="https://evil.example/">',
  '<form action="javascript:alert(1)"><button>x</button></form>',
  '<a href="javascript:alert(1)">x</a>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<!--><script>alert(1)</script-->',
  '<![CDATA[><script>alert(1)</script>]]>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '&#x3cscript&#x3ealert(1)',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x]( javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](java&#115;cript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))',
  '[x](java\\script:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example/x)',
  '[x](https://evil.example/"onmouseover="alert(1))',
  '[x](https://evil.example/ "x\\" onmouseover=\\"alert(1)")',
  '[x][1]\n\n[1]: javascript:alert(1)',
  '[x][1]\n\n[1]: <data:text/html,x> "t"',
  '<javascript:alert(1)>',
  '<data:text/html,<script>alert(1)</script>>',
  '<mailto:a@evil.example?"onmouseover="alert(1)>',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/x.png"onerror="alert(1))',
  '![<img src=x onerror=alert(1)>](https://evil.example/x.png)',
  '[![x](javascript:alert(1))](javascript:alert(2))',
  '[a](https://evil.example/[b](javascript:alert(1)))',
  '```"><script>alert(1)</script>\n<script>alert(1)</script>\n```',
  '```js" onclick="alert(1)\nx\n```',
  '`<script>alert(1)</script>`',
  '    <script>alert(1)</script>',
  '> <script>alert(1)</script>',
  '# <img src=x onerror=alert(1)>',
  '| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |',
  '* [x](javascript:alert(1)',
  '\u2028</script>\u2029<script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
];

/** Addresses that a browser must not be led to. */
export const ACTIVE_ADDRESSES: readonly string[] = [
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\nscript:alert(1)',
  '\u0000javascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  'view-source:javascript:alert(1)',
  '//evil.example/x',
  'https:" onmouseover="alert(1)',
];

/** Everything in a page that a browser would run, load from elsewhere or lead astray with. */
export function activeIn({ document }: Pick<OpenedPage, 'document'>): readonly string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const name = element.tagName.toLowerCase();
    if (name === 'script' && !isOurs(element)) found.push(`script ${element.textContent}`);
    if (FORBIDDEN.has(name)) found.push(name);
    for (const { name: attribute, value } of element.attributes) {
      const isHandler = attribute.startsWith('on') || attribute === 'style';
      const isAstray = LEADING.has(attribute) && !/^(https?:\/\/|\/(?!\/)|#)/.test(value);
      if (isHandler || isAstray) found.push(`${name} ${attribute}="${value}"`);
    }
  }
  return found;
}

const FORBIDDEN = new Set(['iframe', 'object', 'embed', 'base', 'img', 'math', 'style', 'frame']);
const LEADING = new Set(['href', 'src', 'action', 'formaction', 'xlink:href', 'srcdoc', 'data']);

const isOurs = (script: Element): boolean =>
  script.getAttribute('type') === 'application/ld+json' ||
  /^\/assets\/[\w.-]+\.js$/.test(script.getAttribute('src') ?? '');

/** What a page tells programs about its record. */
export const linkedDataOf = ({ document }: Pick<OpenedPage, 'document'>): unknown =>
  JSON.parse(document.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
