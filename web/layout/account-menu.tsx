import { isAdministrator, isKeeper } from '../account/viewer-roles.js';
import type { PageViewer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { TextKey } from '../texts/texts.js';

/** The way in for strangers, the same for all of them; their own places for members. */
export function AccountMenu({ context }: { readonly context: PageContext }) {
  const { t, viewer } = context;
  if (!viewer) {
    return (
      <a class="account-menu" href={context.to('/sign-in')}>
        {t('nav.signIn')}
      </a>
    );
  }
  return (
    <details class="account-menu">
      <summary aria-label={`${t('nav.accountMenu')}: ${viewer.name}`}>
        <span>{viewer.name}</span>
      </summary>
      <ul>
        {placesOf(viewer).map(([path, text]) => (
          <li key={path}>
            <a href={context.to(path)}>{t(text)}</a>
          </li>
        ))}
        <li>
          <form method="post" action={context.to('/sign-out')}>
            <button type="submit">{t('nav.signOut')}</button>
          </form>
        </li>
      </ul>
    </details>
  );
}

const placesOf = (viewer: PageViewer): readonly (readonly [path: string, text: TextKey])[] => [
  ['/workspace', 'nav.work'],
  ['/account', 'nav.account'],
  ...(isKeeper(viewer)
    ? ([
        ['/members', 'nav.members'],
        ['/partners', 'nav.partners'],
      ] as const)
    : []),
  ...(isAdministrator(viewer) ? [['/audit', 'nav.audit'] as const] : []),
];
