/** For React 19 with TypeScript: `import type {} from 'saberes-widget/react';` */
import type { HTMLAttributes, RefAttributes } from 'react';
import type {
  SaberesAttributes,
  SaberesErrorEvent,
  SaberesItemAttributes,
  SaberesLoadEvent,
  SaberesSearchEvent,
  SaberesSelectEvent,
  SaberesThemeMode,
} from 'saberes-widget';

/** React keeps `key` for itself: the key of a partner is `public-key`. */
interface Common extends HTMLAttributes<HTMLElement>, RefAttributes<HTMLElement> {
  'public-key'?: string;
  'theme-mode'?: SaberesThemeMode;
  'onsaberes-load'?: (event: SaberesLoadEvent) => void;
  'onsaberes-error'?: (event: SaberesErrorEvent) => void;
  'onsaberes-select'?: (event: SaberesSelectEvent) => void;
  'onsaberes-search'?: (event: SaberesSearchEvent) => void;
}

type Own = 'key' | 'publicKey' | 'themeMode';
interface ListProps extends Common, Omit<SaberesAttributes, Own> {}
interface ItemProps extends Common, Omit<SaberesItemAttributes, Own> {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'saberes-item': ItemProps;
      'saberes-list': ListProps;
      'saberes-search': ListProps;
    }
  }
}
