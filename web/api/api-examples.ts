import { stripIgnoredCharacters } from 'graphql';
import { readOperation } from '../../schema/operations/operation-file.js';
import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';

/** In the order in which somebody learns the API. */
const EXAMPLES = ['api-hub', 'api-search', 'api-filter', 'api-record', 'api-country'] as const;

type ExampleName = (typeof EXAMPLES)[number];

/** Something to try, and what the hub answers to it now. */
export interface ApiExample {
  readonly name: ExampleName;
  readonly query: string;
  readonly curl: string;
  readonly answer: string;
}

/** Each is run, so that none can show what the hub does not answer. */
export const runExamples = (context: PageContext): Promise<readonly ApiExample[]> =>
  Promise.all(EXAMPLES.map((name) => runExample(context, name)));

async function runExample(context: PageContext, name: ExampleName): Promise<ApiExample> {
  const query = queries[name];
  const variables = variablesOf(context, name);
  const data = await context.ask(name, variables);
  return {
    name,
    query,
    curl: curlFor(context, query, variables),
    answer: JSON.stringify({ data }, null, 2),
  };
}

/** As written, without the line that says what it is here for. */
const queries = Object.fromEntries(
  EXAMPLES.map((name) => [
    name,
    readOperation(name)
      .replace(/^".*"\n/, '')
      .trim(),
  ]),
) as Readonly<Record<ExampleName, string>>;

type Variables = OperationTypes['api-search']['variables'];

const variablesOf = ({ t }: PageContext, name: ExampleName): Variables =>
  name === 'api-search' ? { words: t('api.words') } : ({} as Variables);

function curlFor(context: PageContext, query: string, variables: Variables): string {
  const hasVariables = Object.keys(variables).length > 0;
  const body = JSON.stringify({
    query: stripIgnoredCharacters(query),
    ...(hasVariables && { variables }),
  });
  const headers = ['content-type: application/json', `accept-language: ${context.locale}`];
  const lines = [
    `curl -s ${context.absolute('/graphql')}`,
    ...headers.map((header) => `-H '${header}'`),
    `-d '${body.replaceAll("'", '\\u0027')}'`,
  ];
  return lines.join(' \\\n  ');
}
