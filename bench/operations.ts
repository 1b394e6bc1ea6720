/** The three reads that are measured, as partners would send them. */
const LINKS = `
  id slug kind title summary publishedAt
  shownIn { locale isFallback }
  actors { role actor { id name acronym country { code name } } }
  countries { code name }
  themes { code name }`;

export const ITEM = `query Item($id: ID!) { knowledgeItem(id: $id) { ${LINKS} } }`;

export const LIST = `query List($after: String) {
  knowledgeItems(first: 20, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { ${LINKS} } }
}`;

export const SEARCH = `query Search($query: String!) {
  search(query: $query) {
    totalCount didYouMean
    pageInfo { hasNextPage endCursor }
    edges { score node { ${LINKS} } }
    facets(fields: [KIND, COUNTRY, THEME, STAGE, CHALLENGE]) { field values { value label count } }
  }
}`;

/** What people type; each is asked in turn. */
export const QUERIES = [
  'protocolo desastres seguridad social',
  'compra conjunta de medicamentos',
  'cooperación sur-sur',
  'vigilancia epidemiológica',
  'joint procurement of medicines',
  'small island states',
  'aquisição conjunta de testes',
  'cooperação triangular',
  'coopération trilatérale',
  'aide humanitaire logistique',
  'COMISCA',
  'vacuna acceso equitativo',
  'pension digital',
  'casa por casa',
  'contingency plan hospital',
  'lecciones aprendidas pandemia',
] as const;

/** Bodies of the requests, ready to send. */
export const body = (query: string, variables: Record<string, unknown>): string =>
  JSON.stringify({ query, variables });
