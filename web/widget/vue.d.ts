/** For Vue 3 with TypeScript: `import type {} from 'saberes-widget/vue';` */
import type {
  SaberesAttributes,
  SaberesErrorEvent,
  SaberesItemAttributes,
  SaberesLoadEvent,
  SaberesSearchEvent,
  SaberesSelectEvent,
} from 'saberes-widget';
import type { DefineComponent, HTMLAttributes } from 'vue';

/** Vue keeps `key` for itself: the key of a partner is `public-key`. */
type Element<Attributes> = DefineComponent<
  HTMLAttributes &
    Omit<Attributes, 'key'> & {
      onSaberesLoad?: (event: SaberesLoadEvent) => void;
      onSaberesError?: (event: SaberesErrorEvent) => void;
      onSaberesSelect?: (event: SaberesSelectEvent) => void;
      onSaberesSearch?: (event: SaberesSearchEvent) => void;
    }
>;

declare module 'vue' {
  interface GlobalComponents {
    'saberes-item': Element<SaberesItemAttributes>;
    'saberes-list': Element<SaberesAttributes>;
    'saberes-search': Element<SaberesAttributes>;
  }
}
