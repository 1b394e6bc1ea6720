import type { Locale } from '../locale.js';

/** What a column is called; the first name is the one that templates and exports show. */
type Names = Readonly<Record<Locale, readonly [string, ...string[]]>>;

const names = (es: string, en: string, pt: string, fr: string): Names => ({
  es: split(es),
  en: split(en),
  pt: split(pt),
  fr: split(fr),
});

const split = (all: string): readonly [string, ...string[]] => {
  const [first = '', ...others] = all.split(' / ');
  return [first, ...others];
};

/** Headings by field. No heading may name two fields: a test sees to it. */
export const HEADINGS: Readonly<Record<string, Names>> = {
  externalId: names(
    'Identificador propio / Identificador / Código propio',
    'Your own ID / External ID / ID',
    'Identificador próprio / Código próprio',
    'Identifiant propre / Identifiant',
  ),
  kind: names('Tipo', 'Kind / Type', 'Tipo', 'Type'),
  language: names(
    'Idioma / Idioma original',
    'Language / Original language',
    'Idioma / Idioma original / Língua',
    'Langue / Langue originale',
  ),
  title: names('Título', 'Title', 'Título', 'Titre'),
  summary: names('Resumen', 'Summary / Abstract', 'Resumo', 'Résumé'),
  body: names(
    'Texto completo / En detalle / Texto',
    'Full text / In detail / Text / Body',
    'Texto completo / Em detalhe / Texto',
    'Texte complet / En détail / Texte',
  ),
  context: names('Contexto', 'Context', 'Contexto', 'Contexte'),
  problem: names('Problema', 'Problem', 'Problema', 'Problème'),
  approach: names(
    'Cómo se hizo / Enfoque',
    'How it was done / Approach',
    'Como foi feito / Abordagem',
    'Comment cela s’est fait / Approche',
  ),
  enablers: names(
    'Lo que ayudó / Facilitadores',
    'What helped / Enablers',
    'O que ajudou / Facilitadores',
    'Ce qui a aidé / Facteurs favorables',
  ),
  obstacles: names(
    'Lo que lo dificultó / Obstáculos',
    'What stood in the way / Obstacles',
    'O que dificultou / Obstáculos',
    'Ce qui a fait obstacle / Obstacles',
  ),
  replicability: names(
    'Para replicarlo en otro lugar / Replicabilidad',
    'Replicating it elsewhere / Replicability',
    'Para replicá-lo em outro lugar / Replicabilidade',
    'Pour le reproduire ailleurs / Reproductibilité',
  ),
  observation: names(
    'Lo que se observó / Observación',
    'What was observed / Observation',
    'O que se observou / Observação',
    'Ce qui a été observé / Observation',
  ),
  lesson: names(
    'La lección / Lección',
    'The lesson / Lesson',
    'A lição / Lição',
    'La leçon / Leçon',
  ),
  recommendation: names(
    'Lo que se recomienda / Recomendación',
    'What is recommended / Recommendation',
    'O que se recomenda / Recomendação',
    'Ce qui est recommandé / Recommandation',
  ),
  purpose: names('Propósito', 'Purpose', 'Finalidade / Propósito', 'Objet'),
  scope: names('Alcance', 'Scope', 'Alcance', 'Champ d’application'),
  legalBasis: names('Base jurídica', 'Legal basis', 'Base jurídica', 'Base juridique'),
  edition: names('Edición', 'Edition', 'Edição', 'Édition'),
  changeNote: names(
    'Novedades de la edición',
    'What is new in this edition / Change note',
    'Novidades da edição',
    'Nouveautés de l’édition',
  ),
  steps: names('Pasos', 'Steps', 'Passos', 'Étapes'),
  inForceFrom: names('Vigente desde', 'In force from', 'Vigente a partir de', 'En vigueur depuis'),
  countries: names('Países / País', 'Countries / Country', 'Países / País', 'Pays'),
  author: names('Autoría / Autor', 'Author', 'Autoria / Autor', 'Auteur'),
  implementer: names('Ejecución / Ejecutor', 'Implementer', 'Execução / Executor', 'Mise en œuvre'),
  provider: names('Oferente', 'Provider', 'Ofertante', 'Fournisseur'),
  secondProvider: names(
    'Segundo oferente',
    'Second provider',
    'Segundo ofertante',
    'Second fournisseur',
  ),
  recipient: names('Receptor', 'Recipient', 'Receptor', 'Bénéficiaire'),
  funder: names('Financiamiento', 'Funder', 'Financiamento', 'Financement'),
  partner: names('Socio / Socios', 'Partner / Partners', 'Parceiro / Parceiros', 'Partenaire'),
  publisher: names('Publicación', 'Publisher', 'Publicação', 'Publication'),
  themes: names('Temas / Tema', 'Themes / Theme', 'Temas / Tema', 'Thèmes / Thème'),
  challenges: names(
    'Retos / Retos que aborda',
    'Challenges / Challenges it addresses',
    'Desafios / Desafios que aborda',
    'Défis / Défis abordés',
  ),
  stages: names(
    'Etapas de una emergencia',
    'Stages of an emergency / Stages',
    'Etapas de uma emergência',
    'Phases d’une urgence / Phases',
  ),
  hazards: names('Amenazas', 'Hazards', 'Ameaças', 'Aléas'),
  sdgs: names(
    'ODS / Objetivos de Desarrollo Sostenible',
    'SDGs / Sustainable Development Goals',
    'ODS / Objetivos de Desenvolvimento Sustentável',
    'ODD / Objectifs de développement durable',
  ),
  modality: names('Modalidad', 'Modality', 'Modalidade', 'Modalité'),
  evidence: names(
    'Nivel de evidencia',
    'Level of evidence',
    'Nível de evidência',
    'Niveau de preuve',
  ),
  level: names('A quién concierne', 'Whom it concerns', 'A quem diz respeito', 'Qui est concerné'),
  nature: names('Lección o reto', 'Lesson or challenge', 'Lição ou desafio', 'Leçon ou défi'),
  results: names('Resultados', 'Results', 'Resultados', 'Résultats'),
  startDate: names('Fecha de inicio', 'Start date', 'Data de início', 'Date de début'),
  endDate: names('Fecha de fin', 'End date', 'Data de término', 'Date de fin'),
  stillRunning: names(
    'Sigue en marcha',
    'Still running',
    'Continua em andamento',
    'Toujours en cours',
  ),
  event: names('Presentado en', 'Presented at', 'Apresentado em', 'Présenté à'),
  sourceTitle: names(
    'Fuente / Título de la fuente',
    'Source / Title of the source',
    'Fonte / Título da fonte',
    'Source / Titre de la source',
  ),
  sourceUrl: names(
    'Enlace de la fuente',
    'Link to the source',
    'Link da fonte',
    'Lien vers la source',
  ),
  sourceLocator: names(
    'Lugar en la fuente',
    'Place in the source',
    'Lugar na fonte',
    'Emplacement dans la source',
  ),
  sourceLanguage: names(
    'Idioma de la fuente',
    'Language of the source',
    'Idioma da fonte',
    'Langue de la source',
  ),
  otherSources: names('Otras fuentes', 'Other sources', 'Outras fontes', 'Autres sources'),
  rights: names('Derechos', 'Rights', 'Direitos', 'Droits'),
  verifiedAt: names(
    'Última verificación',
    'Last verified',
    'Última verificação',
    'Dernière vérification',
  ),
  reviewBy: names('Revisar antes de', 'Review by', 'Revisar antes de', 'À revoir avant le'),
};
