import { LOCALES } from '../locale.js';
import type { ConceptDocument, ConceptScheme } from '../thesaurus/concept.model.js';
import { ConceptTree } from '../thesaurus/concept-tree.js';
import { SCHEME_TITLES } from './open-data-texts.js';
import { clean, inEach, iri, iris, plain, type Resource, type Value } from './rdf.js';

/** Where a scheme and its concepts have their addresses: those of pages, without a language. */
const PLACES: Readonly<Record<ConceptScheme, { readonly part: string; readonly page: string }>> = {
  theme: { part: 'themes', page: '/themes/' },
  challenge: { part: 'challenges', page: '/challenges/' },
  hazard: { part: 'hazards', page: '/search?hazard=' },
  sdg: { part: 'sdgs', page: '/search?sdg=' },
};

const SCHEMES = Object.keys(PLACES) as readonly ConceptScheme[];

export const schemeAddress = (hub: string, scheme: ConceptScheme): string =>
  `${hub}/thesaurus#${PLACES[scheme].part}`;

export const conceptAddress = (hub: string, { scheme, code }: ConceptKey): string =>
  hub + PLACES[scheme].page + encodeURIComponent(code);

type ConceptKey = Pick<ConceptDocument, 'scheme' | 'code'>;

/** The whole thesaurus in the terms of SKOS. */
export function thesaurusGraph(
  hub: string,
  concepts: readonly ConceptDocument[],
): readonly Resource[] {
  const sorted = [...concepts].sort((a, b) => a.position - b.position);
  return SCHEMES.flatMap((scheme) => {
    const ofScheme = sorted.filter((concept) => concept.scheme === scheme);
    const tree = new ConceptTree(ofScheme);
    return [
      toScheme(hub, scheme, topConcepts(ofScheme)),
      ...ofScheme.map((concept) => toConcept(hub, concept, tree)),
    ];
  });
}

/** The concepts of a scheme that nothing stands above. */
export const topConcepts = (concepts: readonly ConceptDocument[]): readonly ConceptDocument[] =>
  concepts.filter(({ broader }) => !broader);

function toScheme(hub: string, scheme: ConceptScheme, top: readonly ConceptDocument[]): Resource {
  return {
    id: schemeAddress(hub, scheme),
    type: 'skos:ConceptScheme',
    about: {
      'dct:title': inEach(SCHEME_TITLES[scheme]),
      'dct:publisher': iri(`${hub}/`),
      'skos:hasTopConcept': iris(top.map((one) => conceptAddress(hub, one))),
    },
  };
}

function toConcept(hub: string, concept: ConceptDocument, tree: ConceptTree): Resource {
  const scheme = iri(schemeAddress(hub, concept.scheme));
  const beside = (code: string) => conceptAddress(hub, { scheme: concept.scheme, code });
  return {
    id: conceptAddress(hub, concept),
    type: 'skos:Concept',
    about: {
      'skos:inScheme': scheme,
      ...(concept.broader
        ? { 'skos:broader': iri(beside(concept.broader)) }
        : { 'skos:topConceptOf': scheme }),
      'skos:narrower': iris(tree.narrowerOf(concept.code).map(beside)),
      'skos:notation': plain(concept.code),
      'skos:prefLabel': inEach(concept.name),
      'skos:altLabel': otherNames(concept),
      'skos:definition': inEach(concept.description),
      'skos:exactMatch': iris([...(concept.exactMatch ?? []), ...unitedNations(concept)]),
      'skos:closeMatch': iris(concept.closeMatch ?? []),
    },
  };
}

/** Each once, and none that is the preferred name: SKOS takes them for different things. */
function otherNames({ name, aliases = {} }: ConceptDocument): readonly Value[] {
  return LOCALES.flatMap((language) => {
    const others = new Set((aliases[language] ?? []).map(clean));
    others.delete(clean(name[language] ?? ''));
    others.delete('');
    return [...others].map((text) => ({ text, language }));
  });
}

/** Goals and targets have an address of their maker's. */
const unitedNations = ({ scheme, code }: ConceptDocument): readonly string[] =>
  scheme === 'sdg' ? [`http://metadata.un.org/sdg/${encodeURIComponent(code)}`] : [];
