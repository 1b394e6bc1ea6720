import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { TextKey } from '../texts/texts.js';
import { BRAND } from './brand.js';

const SHORTCUTS: readonly (readonly [path: string, text: TextKey])[] = [
  ['/search', 'nav.search'],
  ['/emergency', 'nav.emergency'],
];

/** Lets a phone put the hub on its home screen. */
export async function manifest(context: PageContext): Promise<PageAnswer> {
  const { locale, t } = context;
  const described = {
    id: context.to('/'),
    name: t('site.name'),
    short_name: t('site.name'),
    description: t('site.description'),
    lang: locale,
    dir: 'ltr',
    start_url: context.to('/'),
    scope: '/',
    display: 'minimal-ui',
    background_color: BRAND.paper,
    theme_color: BRAND.ground,
    icons: [{ src: '/favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
    shortcuts: SHORTCUTS.map(([path, text]) => ({ name: t(text), url: context.to(path) })),
  };
  return fileAnswer('application/manifest+json', JSON.stringify(described));
}
