import type { Locale } from '../locale.js';

type Texts = Readonly<Record<Locale, string>>;

const example = (es: string, en: string, pt: string, fr: string): Texts => ({ es, en, pt, fr });

/** Rows whose identifier begins so are passed over: the example may stay in the file. */
export const EXAMPLE_MARK = '#';

/** Texts of the example row of a template, by field. */
export const EXAMPLE_TEXTS: Readonly<Record<string, Texts>> = {
  externalId: example('#ejemplo', '#example', '#exemplo', '#exemple'),
  title: example(
    'Reservas comunes de agua potable antes de la temporada de huracanes',
    'Shared stocks of drinking water before the hurricane season',
    'Reservas comuns de água potável antes da temporada de furacões',
    'Réserves communes d’eau potable avant la saison des ouragans',
  ),
  summary: example(
    'Tres municipios guardan agua en un mismo almacén y se la reparten según la población afectada.',
    'Three municipalities keep water in one warehouse and share it out by the people affected.',
    'Três municípios guardam água em um mesmo armazém e a repartem conforme a população afetada.',
    'Trois communes gardent de l’eau dans un même entrepôt et la répartissent selon la population touchée.',
  ),
  context: example(
    'Cada municipio compraba por su cuenta y tarde.',
    'Each municipality bought on its own, and late.',
    'Cada município comprava por conta própria e tarde.',
    'Chaque commune achetait seule, et tard.',
  ),
  problem: example(
    'El agua llegaba tres días después.',
    'Water arrived three days later.',
    'A água chegava três dias depois.',
    'L’eau arrivait trois jours plus tard.',
  ),
  approach: example(
    'Un convenio fija cuánto aporta cada uno y quién abre el almacén.',
    'An agreement says what each gives and who opens the warehouse.',
    'Um convênio fixa quanto cada um aporta e quem abre o armazém.',
    'Une convention fixe l’apport de chacun et qui ouvre l’entrepôt.',
  ),
  enablers: example(
    'Un solo responsable\nInventario semanal',
    'One person in charge\nWeekly stocktaking',
    'Um único responsável\nInventário semanal',
    'Un seul responsable\nInventaire hebdomadaire',
  ),
  obstacles: example(
    'Costo del transporte',
    'Cost of transport',
    'Custo do transporte',
    'Coût du transport',
  ),
  observation: example(
    'El agua guardada en común bastó para diez días.',
    'The water kept in common lasted ten days.',
    'A água guardada em comum bastou para dez dias.',
    'L’eau gardée en commun a suffi pour dix jours.',
  ),
  lesson: example(
    'Guardar en común cuesta menos que comprar deprisa.',
    'Keeping stocks together costs less than buying in a hurry.',
    'Guardar em comum custa menos que comprar às pressas.',
    'Stocker ensemble coûte moins cher qu’acheter dans l’urgence.',
  ),
  recommendation: example(
    'Firmar el convenio antes de la temporada.',
    'Sign the agreement before the season.',
    'Assinar o convênio antes da temporada.',
    'Signer la convention avant la saison.',
  ),
  purpose: example(
    'Repartir agua en las primeras 48 horas.',
    'Share out water in the first 48 hours.',
    'Repartir água nas primeiras 48 horas.',
    'Répartir l’eau dans les 48 premières heures.',
  ),
  scope: example(
    'Los tres municipios del convenio.',
    'The three municipalities of the agreement.',
    'Os três municípios do convênio.',
    'Les trois communes de la convention.',
  ),
  edition: example('Primera edición', 'First edition', 'Primeira edição', 'Première édition'),
  steps: example(
    'Abrir el almacén | Jefe de guardia | Libro de entregas | 2 horas',
    'Open the warehouse | Officer on duty | Delivery book | 2 hours',
    'Abrir o armazém | Chefe de plantão | Livro de entregas | 2 horas',
    'Ouvrir l’entrepôt | Chef de garde | Registre des remises | 2 heures',
  ),
  results: example(
    'Personas atendidas | 12.400 | personas | 8.100',
    'People served | 12,400 | people | 8,100',
    'Pessoas atendidas | 12.400 | pessoas | 8.100',
    'Personnes servies | 12 400 | personnes | 8 100',
  ),
  sourceTitle: example(
    'Informe de la temporada 2023',
    'Report on the 2023 season',
    'Relatório da temporada de 2023',
    'Rapport sur la saison 2023',
  ),
  sourceUrl: example(
    'https://example.org/informe',
    'https://example.org/report',
    'https://example.org/relatorio',
    'https://example.org/rapport',
  ),
  verifiedAt: example('2024-03-31', '2024-03-31', '2024-03-31', '2024-03-31'),
};

/** Codes of the example row, by field; written as the labels that people know. */
export const EXAMPLE_CODES: Readonly<Record<string, readonly string[]>> = {
  countries: ['HN', 'SV'],
  themes: ['disaster-risk-management'],
  stages: ['PREPAREDNESS', 'RESPONSE'],
  hazards: ['cyclone'],
  sdgs: ['6'],
  modality: ['SOUTH_SOUTH_BILATERAL'],
  evidence: ['DOCUMENTED'],
  rights: ['REPRODUCE_WITH_SOURCE'],
  level: ['INSTITUTION'],
  nature: ['LESSON'],
};

/** Names of the sheets, and of the columns of the sheet that lists permitted values. */
export const TEMPLATE_WORDS: Readonly<Record<'rows' | 'values' | 'code' | 'label', Texts>> = {
  rows: example('Registros', 'Records', 'Registros', 'Fiches'),
  values: example('Valores', 'Values', 'Valores', 'Valeurs'),
  code: example('código', 'code', 'código', 'code'),
  label: example('nombre', 'name', 'nome', 'nom'),
};
