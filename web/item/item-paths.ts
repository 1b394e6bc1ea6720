/** The address of a record without its language. */
export const itemPath = (slug: string): string => `/items/${encodeURIComponent(slug)}`;

export const LINKED_DATA_ENDING = '.jsonld';
export const LINKED_DATA_TYPE = 'application/ld+json';

export const linkedDataPath = (slug: string): string => itemPath(slug) + LINKED_DATA_ENDING;

export const LINKSET_TYPE = 'application/linkset+json';

export const linksetPath = (slug: string): string => `${itemPath(slug)}/linkset.json`;
