/** As a page of so many records over the API costs, where a field costs about one. */
const A_RECORD = 10;
const A_HEADER = 2;
const ANYTHING_ELSE = 20;

/** What an answer costs the hub, told from its verb: pages may be that long. */
export function costOf(parameters: URLSearchParams, pageSize: number): number {
  const verb = parameters.get('verb');
  if (verb === 'ListRecords') return pageSize * A_RECORD;
  if (verb === 'ListIdentifiers') return pageSize * A_HEADER;
  return ANYTHING_ELSE;
}
