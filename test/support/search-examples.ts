import type { SearchDocument } from '../../server/search/search-engine.js';
import { searchDocument } from './search-documents.js';

/** A small library in four languages, of which every search in the contract knows what to expect. */
export const SEARCH_EXAMPLES: readonly SearchDocument[] = [
  searchDocument({
    id: 'ciss-protocol',
    texts: {
      es: {
        title: 'Protocolo de desastres para instituciones de seguridad social en las Américas',
        summary: 'Marco para que la seguridad social reduzca el riesgo de desastres.',
        body: 'Los institutos pagan pensiones y atienden hospitales cuando llega un huracán. Fase de evaluación y aprendizaje.',
      },
      en: {
        title: 'Disaster protocol for social security institutions in the Americas',
        summary: 'A framework that brings social security into disaster risk reduction.',
        body: 'Institutes pay pensions and run hospitals when a hurricane strikes.',
      },
    },
    labels: ['CISS', 'Conferencia Interamericana de Seguridad Social', 'Gestión del riesgo'],
    codes: { KIND: ['PROTOCOL'], THEME: ['risk', 'social-security'], ACTOR: ['ciss'], COUNTRY: [] },
    event: 'xxxi-meeting',
    inForce: true,
    publishedAt: '2020-12-04',
  }),
  searchDocument({
    id: 'ciss-protocol-draft',
    texts: {
      es: {
        title:
          'Protocolo de desastres para instituciones de seguridad social: documento de trabajo',
        summary: 'Propuesta anterior a la edición publicada.',
      },
    },
    labels: ['CISS', 'Conferencia Interamericana de Seguridad Social', 'Gestión del riesgo'],
    codes: { KIND: ['PROTOCOL'], THEME: ['risk', 'social-security'], ACTOR: ['ciss'] },
    inForce: false,
    publishedAt: '2019-06-01',
  }),
  searchDocument({
    id: 'comisca-procurement',
    texts: {
      es: {
        title: 'Negociación conjunta de medicamentos de COMISCA',
        summary: 'Compra conjunta de medicamentos y pruebas en Centroamérica.',
      },
      en: {
        title: 'COMISCA joint procurement of medicines',
        summary: 'Central American countries negotiate the price of medicines and tests together.',
      },
      pt: {
        title: 'Aquisição conjunta de medicamentos da COMISCA',
        summary: 'Os países da América Central compram testes e medicamentos juntos.',
      },
    },
    labels: ['COMISCA', 'SICA', 'Compra conjunta', 'Joint procurement', 'Aquisição conjunta'],
    codes: {
      KIND: ['BEST_PRACTICE'],
      THEME: ['health'],
      ACTOR: ['comisca', 'sica'],
      COUNTRY: ['GT', 'HN'],
    },
    publishedAt: '2020-11-30',
  }),
  searchDocument({
    id: 'panama-solidario',
    texts: {
      es: {
        title: 'Plan Panamá Solidario',
        summary: 'Alimentos y un vale digital para hogares que perdieron sus ingresos.',
      },
      fr: {
        title: 'Plan Panama Solidaire',
        summary: 'Nourriture et bon numérique pour les foyers.',
      },
    },
    labels: ['Panamá', 'Solidaridad', 'Protección social'],
    codes: { KIND: ['CASE_STUDY'], THEME: ['social-protection'], COUNTRY: ['PA'] },
    event: 'xxxi-meeting',
    publishedAt: '2020-12-04',
  }),
  searchDocument({
    id: 'apci-dual-role',
    texts: {
      es: {
        title: 'El doble papel del Perú: recibir y ofrecer cooperación',
        summary: 'Siete retos de un país de renta media.',
      },
    },
    labels: ['APCI', 'ACPI', 'Agencia Peruana de Cooperación Internacional', 'Perú'],
    codes: { KIND: ['LESSON_LEARNED'], THEME: ['cooperation'], ACTOR: ['apci'], COUNTRY: ['PE'] },
    publishedAt: '2020-12-03',
  }),
  searchDocument({
    id: 'triangular-fund',
    texts: {
      es: {
        title: 'Fondo para la cooperación triangular descentralizada',
        summary: 'Un fondo propuesto por el Ecuador.',
        body: `${'Otros temas del encuentro. '.repeat(20)}La coopération trilatérale aparece aquí. ${'Y algo más. '.repeat(30)}`,
      },
    },
    labels: ['Cooperación triangular', 'Coopération trilatérale', 'Ecuador'],
    codes: { KIND: ['CASE_STUDY'], THEME: ['cooperation'], COUNTRY: ['EC'] },
    publishedAt: '2020-12-02',
  }),
  searchDocument({
    id: 'ccss-contingency',
    texts: {
      es: {
        title: 'Plan de contingencia de la CCSS',
        summary: 'Cinco objetivos ante la pandemia.',
      },
    },
    labels: ['CCSS', 'Costa Rica'],
    codes: { KIND: ['PROTOCOL'], THEME: ['health'], ACTOR: ['ccss'], COUNTRY: ['CR'] },
    inForce: true,
    publishedAt: '2020-05-01',
  }),
  searchDocument({
    id: 'igss-committee',
    texts: {
      es: { title: 'Comité de crisis del IGSS', summary: 'Preparación y respuesta en Guatemala.' },
    },
    labels: ['IGSS', 'Guatemala'],
    codes: { KIND: ['CASE_STUDY'], THEME: ['health'], ACTOR: ['igss'], COUNTRY: ['GT'] },
    publishedAt: '2020-04-01',
  }),
  searchDocument({
    id: 'school-year',
    texts: { es: { title: 'El año de la escuela a distancia', summary: 'Maestros y familias.' } },
    codes: { KIND: ['CASE_STUDY'], THEME: ['education'], COUNTRY: ['CU'] },
    publishedAt: '2020-03-01',
  }),
  searchDocument({
    id: 'school-screening',
    texts: {
      es: { title: 'El ano de la escuela a distancia', summary: 'Maestros y familias.' },
    },
    codes: { KIND: ['CASE_STUDY'], THEME: ['education'], COUNTRY: ['CU'] },
    publishedAt: '2020-03-01',
  }),
  searchDocument({
    id: 'undated-note',
    texts: { en: { title: 'A note on wages in small islands', summary: 'Aid rarely pays wages.' } },
    labels: ['Belize'],
    codes: { KIND: ['LESSON_LEARNED'], THEME: ['aid'], COUNTRY: ['BZ'] },
    publishedAt: null,
  }),
];
