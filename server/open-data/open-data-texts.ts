import type { LocalizedText } from '../locale.js';
import type { ConceptScheme } from '../thesaurus/concept.model.js';

type Text = Required<LocalizedText>;

/** What the concept schemes are called. */
export const SCHEME_TITLES: Readonly<Record<ConceptScheme, Text>> = {
  theme: {
    es: 'Áreas temáticas',
    en: 'Thematic areas',
    pt: 'Áreas temáticas',
    fr: 'Domaines thématiques',
  },
  challenge: {
    es: 'Retos de la cooperación',
    en: 'Challenges of cooperation',
    pt: 'Desafios da cooperação',
    fr: 'Défis de la coopération',
  },
  hazard: { es: 'Amenazas', en: 'Hazards', pt: 'Ameaças', fr: 'Aléas' },
  sdg: {
    es: 'Objetivos de Desarrollo Sostenible',
    en: 'Sustainable Development Goals',
    pt: 'Objetivos de Desenvolvimento Sustentável',
    fr: 'Objectifs de développement durable',
  },
};

export const CATALOGUE_TITLE: Text = {
  es: 'Catálogo de datos abiertos de Saberes',
  en: 'Open data catalogue of Saberes',
  pt: 'Catálogo de dados abertos do Saberes',
  fr: 'Catalogue de données ouvertes de Saberes',
};

export const CATALOGUE_DESCRIPTION: Text = {
  es: 'Todo lo que Saberes publica, en los formatos que leen otros programas.',
  en: 'Everything that Saberes publishes, in formats that other programs read.',
  pt: 'Tudo o que o Saberes publica, nos formatos que outros programas leem.',
  fr: 'Tout ce que Saberes publie, dans les formats que lisent d’autres programmes.',
};

export const RECORDS_TITLE: Text = {
  es: 'Experiencias, lecciones y protocolos de América Latina y el Caribe',
  en: 'Experiences, lessons and protocols of Latin America and the Caribbean',
  pt: 'Experiências, lições e protocolos da América Latina e do Caribe',
  fr: 'Expériences, leçons et protocoles d’Amérique latine et des Caraïbes',
};

export const RECORDS_DESCRIPTION: Text = {
  es: 'Estudios de caso, buenas prácticas, lecciones aprendidas y protocolos que las instituciones de la región comparten entre sí, con sus países, temas y fuentes.',
  en: 'Case studies, best practices, lessons learned and protocols that institutions of the region share with one another, with their countries, themes and sources.',
  pt: 'Estudos de caso, boas práticas, lições aprendidas e protocolos que as instituições da região compartilham entre si, com seus países, temas e fontes.',
  fr: 'Études de cas, bonnes pratiques, leçons apprises et protocoles que les institutions de la région partagent entre elles, avec leurs pays, leurs thèmes et leurs sources.',
};

export const THESAURUS_TITLE: Text = {
  es: 'Tesauro de Saberes',
  en: 'Thesaurus of Saberes',
  pt: 'Tesauro do Saberes',
  fr: 'Thésaurus de Saberes',
};

export const THESAURUS_DESCRIPTION: Text = {
  es: 'Áreas temáticas, retos, amenazas y objetivos con los que se clasifican los registros, con sus nombres y sinónimos en cuatro idiomas.',
  en: 'Thematic areas, challenges, hazards and goals that records are filed under, with their names and synonyms in four languages.',
  pt: 'Áreas temáticas, desafios, ameaças e objetivos com os quais os registros são classificados, com seus nomes e sinônimos em quatro idiomas.',
  fr: 'Domaines thématiques, défis, aléas et objectifs sous lesquels les fiches sont classées, avec leurs noms et leurs synonymes en quatre langues.',
};
