import { SaberesItem } from './item.element.js';
import { SaberesList } from './list.element.js';
import { SaberesSearch } from './search.element.js';

export { SaberesItem, SaberesList, SaberesSearch };

const ELEMENTS = {
  'saberes-item': SaberesItem,
  'saberes-list': SaberesList,
  'saberes-search': SaberesSearch,
};

for (const [name, element] of Object.entries(ELEMENTS)) {
  // A page may have the script twice, as when a theme and an article both bring it.
  if (!customElements.get(name)) customElements.define(name, element);
}
