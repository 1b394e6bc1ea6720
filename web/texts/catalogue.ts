import type feed from './es/feed.json';
import type home from './es/home.json';
import type item from './es/item.json';
import type search from './es/search.json';
import type site from './es/site.json';

/** Every text there is: one file per feature and language, Spanish standing for all four. */
export type Catalogue = typeof feed & typeof home & typeof item & typeof search & typeof site;
