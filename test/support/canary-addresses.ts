import { NEARLY } from './canary.js';

/** Pages and files in each language. */
export const PAGES = [
  '/embed/newest?limit=50',
  `/embed/search?query=${NEARLY}`,
  '/embed/country?code=DM',
  '/embed/theme.fragment?code=rare',
  '/embed/challenge.fragment?code=H1',
  '/embed-this?what=list&country=DM',
  '',
  '/search',
  `/search?q=${NEARLY}`,
  `/suggest.json?q=${NEARLY.slice(0, 6)}`,
  '/search.csv?translations=all',
  '/search.jsonl?translations=all',
  '/search.csl.json',
  '/feed.atom',
  '/feed.json',
  '/emergency',
  '/countries',
  '/countries/DM',
  '/challenges',
  '/challenges/H1',
  '/themes',
  '/themes/rare',
  '/actors',
  '/actors/instituto',
  '/items/shown',
];
/** Of one record; `$id` is its id or its slug. */
export const PAGES_OF_ONE = [
  '/embed/item?slug=$id',
  '/embed/item.fragment?slug=$id',
  '/embed-this?what=item&slug=$id',
  '/items/$id',
  '/items/$id.jsonld',
  '/items/$id/linkset.json',
  '/items/$id/cite.bib',
  '/items/$id/cite.ris',
  '/items/$id/cite.csl.json',
];
export const HARVESTED = ['oai_dc', 'oai_openaire'].map(
  (format) => `/oai?verb=GetRecord&metadataPrefix=${format}&identifier=oai:localhost:$id`,
);

/** Files that have no language of their own. */
export const FILES = [
  '/sitemap.xml',
  '/sitemap-records.xml',
  '/robots.txt',
  '/thesaurus.ttl',
  '/thesaurus.jsonld',
  '/catalog.ttl',
  '/catalog.jsonld',
  '/oai?verb=ListRecords&metadataPrefix=oai_dc',
  '/oai?verb=ListRecords&metadataPrefix=oai_openaire&set=theme:rare',
  '/oai?verb=ListIdentifiers&metadataPrefix=oai_dc',
  '/oai?verb=ListSets',
  '/embed/newest.atom?limit=50',
  '/embed/country.feed.json?code=DM',
  `/embed/search.feed.json?query=${NEARLY}`,
];
