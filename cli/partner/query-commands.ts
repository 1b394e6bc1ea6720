import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { StoredQueryStatus } from '../../schema/partner-enums.js';
import type { GivenVariable } from '../../server/embed/stored-variables.js';
import { withHub } from '../one-shot.js';
import { STANDARD_STREAM } from '../transfer/whole-file.js';
import { BY_OPERATOR, partnerBy, queryBy } from './found.js';
import { queriesTable } from './partner-tables.js';
import { collectVariable } from './query-variables.js';

export function defineQueryCommands(partner: Command): void {
  const query = partner
    .command('query')
    .description('What the pages of a partner ask for by name.');
  query
    .command('save')
    .description('Save a query: a new one as a draft, a known one in its status.')
    .argument('<partner>', 'id of the partner')
    .argument('<id>', 'of the query, as water-in-guatemala; part of its address')
    .argument('[file]', 'GraphQL; "-" is standard input', STANDARD_STREAM)
    .requiredOption('--title <title>', 'for people')
    .option('--operation-name <name>', 'the one to answer, where the file holds several')
    .option('--value <name=value>', 'a fixed variable; may repeat', collectVariable(false))
    .option('--open <name[=value]>', 'a variable that visitors may change', collectVariable(true))
    .action(save);
  query
    .command('activate')
    .description('Have a query answered from now on.')
    .argument('<id>', 'of the query')
    .action((id: string) => setStatus(id, StoredQueryStatus.ACTIVE));
  query
    .command('retire')
    .description('Have a query answered no longer; who asks is told so.')
    .argument('<id>', 'of the query')
    .action((id: string) => setStatus(id, StoredQueryStatus.RETIRED));
  query
    .command('list')
    .description('The queries of a partner.')
    .argument('<partner>', 'id of the partner')
    .option('--json', 'print them as JSON')
    .action(list);
}

interface SaveOptions {
  readonly title: string;
  readonly operationName?: string;
  readonly value?: readonly GivenVariable[];
  readonly open?: readonly GivenVariable[];
}

async function save(
  partner: string,
  id: string,
  file: string,
  options: SaveOptions,
): Promise<void> {
  const { title, operationName = null, value = [], open = [] } = options;
  const document = await (file === STANDARD_STREAM ? text(process.stdin) : readFile(file, 'utf8'));
  const { status } = await withHub('connect', async (hub) => {
    await partnerBy(hub, partner);
    const { saving } = hub.embedding;
    const known = (await saving.list(partner)).find(({ _id }) => _id === id);
    const variables = [...value, ...open];
    const given = { partner, id, title, document, operationName, variables };
    return saving.save(BY_OPERATOR, { ...given, expectedVersion: known?.version ?? null });
  });
  const more =
    status === StoredQueryStatus.ACTIVE ? '' : ` "saberes partner query activate ${id}" opens it.`;
  process.stdout.write(`${id} is saved (${status.toLowerCase()}).${more}\n`);
}

async function setStatus(id: string, status: StoredQueryStatus): Promise<void> {
  await withHub('connect', async (hub) => {
    const { version } = await queryBy(hub, id);
    await hub.embedding.saving.setStatus(BY_OPERATOR, { id, expectedVersion: version, status });
  });
  process.stdout.write(`${id} is ${status.toLowerCase()} now.\n`);
}

async function list(partner: string, { json }: { readonly json?: boolean }): Promise<void> {
  const queries = await withHub('connect', async (hub) => {
    await partnerBy(hub, partner);
    return hub.embedding.saving.list(partner);
  });
  if (json) process.stdout.write(`${JSON.stringify(queries, null, 2)}\n`);
  else if (queries.length === 0) process.stdout.write('There are no stored queries yet.\n');
  else process.stdout.write(`${queriesTable(queries)}\n`);
}
