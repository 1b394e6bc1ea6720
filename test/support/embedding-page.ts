import type { PartnerSite } from './partner-site.js';

export const EMBEDDING_LANGUAGES = ['es', 'en', 'pt', 'fr'] as const;

const STYLE = `:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; font-family: sans-serif; background: Canvas; color: CanvasText; }
main { display: grid; gap: 2rem; }
a { color: LinkText; }
iframe { border: 0; width: 100%; }`;

/** A page of a strict site with widget, frame and fragment; gives its address. */
export async function putEmbeddingPage(
  site: PartnerSite,
  hub: string,
  lang: string,
): Promise<string> {
  const card = await fetch(`${hub}/${lang}/embed/item.fragment?slug=ciss-disaster-protocol`);
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    `script-src ${hub}`,
    `connect-src ${hub}`,
    `frame-src ${hub}`,
  ].join('; ');
  site.put('/site.css', { body: STYLE, type: 'text/css' });
  return site.put(`/${lang}`, {
    policy,
    body: `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Partner</title>
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <link rel="stylesheet" href="/site.css">
      <script type="module" crossorigin src="${hub}/widget/v0/saberes.js"></script></head>
      <body><main><h1>Partner</h1>
      <saberes-list country="DO" limit="3"><a href="${hub}/${lang}">Saberes</a></saberes-list>
      <iframe title="Saberes" height="560" src="${hub}/${lang}/embed/newest?limit=2"></iframe>
      ${await card.text()}
      </main></body></html>`,
  });
}
