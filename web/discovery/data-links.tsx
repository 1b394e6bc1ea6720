import type { PageContext } from '../page-context.js';

/** The hub's data in the words of catalogues, by its language-free addresses. */
export const DATA_FILES = [
  { path: '/catalog.ttl', type: 'text/turtle', name: 'DCAT (Turtle)' },
  { path: '/catalog.jsonld', type: 'application/ld+json', name: 'DCAT (JSON-LD)' },
  { path: '/thesaurus.ttl', type: 'text/turtle', name: 'SKOS (Turtle)' },
  { path: '/thesaurus.jsonld', type: 'application/ld+json', name: 'SKOS (JSON-LD)' },
] as const;

interface DataLinksProps {
  readonly context: PageContext;
}

/** Leads programs from a page about the hub to its catalogue of data sets, for the head. */
export function DataLinks({ context: { t } }: DataLinksProps) {
  return DATA_FILES.filter(({ path }) => path.startsWith('/catalog')).map(({ path, type }) => (
    <link key={path} rel="alternate" type={type} title={t('api.next.catalogue')} href={path} />
  ));
}
