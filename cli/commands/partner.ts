import { type Command, InvalidArgumentError, Option } from 'commander';
import { PartnerKeyKind } from '../../schema/partner-enums.js';
import { normalizeOrigin } from '../../server/embed/allowed-origin.js';
import type { PartnerDocument, PartnerKeyDocument } from '../../server/embed/partner.model.js';
import { isDay, notADay } from '../../server/embed/usage-days.js';
import type { Hub } from '../../server/hub.js';
import { CommandError } from '../fail.js';
import { withHub } from '../one-shot.js';
import { actorBy, BY_OPERATOR, partnerBy } from '../partner/found.js';
import { describePartner, partnersTable, usageTables } from '../partner/partner-tables.js';
import { defineQueryCommands } from '../partner/query-commands.js';
import { OPERATOR } from '../user/operator.js';

const PAGE = 100;

const EXAMPLES = `
Examples:
  saberes partner register "Portal del Agua" --contact web@agua.example --of amexcid --origin https://www.agua.example
  saberes partner list
  saberes partner key create ptr_… --kind public               prints the key, this once
  saberes partner query save ptr_… water-lessons water.graphql --title "Lessons on water" --open country=GT --value first=5
  saberes partner query activate water-lessons
  saberes partner usage ptr_… --since 2026-01-01
  saberes partner remove ptr_… --yes                           with its keys, queries and usage

Works beside a running hub on MongoDB, which knows of a change within two seconds. On the embedded store, stop the hub first.`;

export function addPartnerCommands(program: Command): void {
  const partner = program
    .command('partner')
    .description('Keep those who show answers on their own sites: origins, keys, queries, usage.')
    .addHelpText('after', EXAMPLES);
  definePartnerCommands(partner);
  defineOriginCommands(partner);
  defineKeyCommands(partner);
  defineQueryCommands(partner);
  partner
    .command('usage')
    .description('What a partner asked for, by day, query and site; usually in the last 30 days.')
    .argument('<partner>', 'id of the partner')
    .option('--since <day>', 'the first day, as 2026-01-31', toDay)
    .option('--until <day>', 'the last day', toDay)
    .option('--json', 'print it as JSON')
    .action(showUsage);
}

function definePartnerCommands(partner: Command): void {
  const collect = (origin: string, origins: readonly string[]) => [...origins, origin];
  partner
    .command('register')
    .description('Register a partner; prints its id.')
    .argument('<name>', 'what people call it')
    .requiredOption('--contact <email>', 'the address of whoever answers for its sites')
    .option('--of <slug>', 'the institution whose editors keep it; otherwise administrators do')
    .option('--origin <origin>', 'as https://www.example.org; may repeat', collect, [])
    .action(register);
  partner
    .command('list')
    .description('All partners by name.')
    .option('--json', 'print them as JSON')
    .action(list);
  partner
    .command('show')
    .description('One partner with its origins and keys.')
    .argument('<partner>', 'id of the partner')
    .option('--json', 'print it as JSON')
    .action(show);
  partner
    .command('remove')
    .description('Remove a partner for good, with its keys, stored queries and usage.')
    .argument('<partner>', 'id of the partner')
    .option('--yes', 'really; without it, only what would go is told')
    .action(remove);
}

function defineOriginCommands(partner: Command): void {
  const origin = partner.command('origin').description('Where public keys of a partner are good.');
  const define = (name: string, description: string, next: Next) =>
    origin
      .command(name)
      .description(description)
      .argument('<partner>', 'id of the partner')
      .argument('<origin>', 'https://www.example.org or https://*.example.org')
      .action((id: string, one: string) => changeOrigins(id, (before) => next(before, one)));
  define('add', 'Allow a site.', (before, one) => [...before, one]);
  define('remove', 'Allow a site no longer.', without);
}

type Next = (before: readonly string[], one: string) => readonly string[];

/** However it is spelled: an origin that stays where somebody meant to remove it is open. */
function without(before: readonly string[], one: string): readonly string[] {
  const wanted = normalizeOrigin(one) ?? one;
  if (before.includes(wanted)) return before.filter((origin) => origin !== wanted);
  throw new CommandError(
    `"${one}" is not among its origins: ${before.join(' ') || 'it has none'}.`,
  );
}

function defineKeyCommands(partner: Command): void {
  const key = partner.command('key').description('What pages and servers of a partner ask with.');
  key
    .command('create')
    .description('Make a key and print it, this once. Two of each kind hold at a time.')
    .argument('<partner>', 'id of the partner')
    .addOption(
      new Option('--kind <kind>', 'public: for pages; secret: for servers')
        .choices(['public', 'secret'])
        .default('public'),
    )
    .action(createKey);
  key
    .command('revoke')
    .description('Make a key void, in every hub process within five seconds.')
    .argument('<partner>', 'id of the partner')
    .argument('<key>', 'id of the key, as "saberes partner show" tells it')
    .action(revokeKey);
}

interface RegisterOptions {
  readonly contact: string;
  readonly of?: string;
  readonly origin: readonly string[];
}

async function register(name: string, { contact, of, origin }: RegisterOptions): Promise<void> {
  const { _id } = await withHub('connect', async (hub) => {
    const actor = of === undefined ? null : await actorBy(hub, of);
    const fields = { name, contact, actor, origins: origin };
    return hub.embedding.partners.register(BY_OPERATOR, fields);
  });
  process.stdout.write(`${_id}\n`);
}

interface AsJson {
  readonly json?: boolean;
}

async function list({ json }: AsJson): Promise<void> {
  const partners = await withHub('connect', allPartners);
  if (json) process.stdout.write(`${JSON.stringify(partners.map(withoutHashes), null, 2)}\n`);
  else if (partners.length === 0) process.stdout.write('There are no partners yet.\n');
  else process.stdout.write(`${partnersTable(partners)}\n`);
}

async function show(id: string, { json }: AsJson): Promise<void> {
  const partner = await withHub('connect', (hub) => partnerBy(hub, id));
  const shown = json ? JSON.stringify(withoutHashes(partner), null, 2) : describePartner(partner);
  process.stdout.write(`${shown}\n`);
}

interface RemoveOptions {
  readonly yes?: boolean;
}

/** Nothing brings it back, and the ids of its queries may be anybody's afterwards. */
async function remove(id: string, { yes }: RemoveOptions): Promise<void> {
  const { name } = await withHub('connect', async (hub) => {
    const partner = await partnerBy(hub, id);
    if (!yes) throw new CommandError(await removalOf(hub, partner));
    await hub.embedding.partners.remove(BY_OPERATOR, id, partner.version);
    return partner;
  });
  process.stdout.write(`${name} (${id}) has gone.\n`);
}

async function removalOf(hub: Hub, { _id, name, keys }: PartnerDocument): Promise<string> {
  const queries = await hub.embedding.saving.list(_id);
  return `Nothing was removed. ${name} (${_id}) would go for good, with ${keys.length} keys, ${queries.length} stored queries and its usage: say so with --yes.`;
}

const withoutHashes = ({ keys, ...partner }: PartnerDocument) => ({
  ...partner,
  keys: keys.map(({ hash: _hash, ...key }: PartnerKeyDocument) => key),
});

async function allPartners({ embedding }: Hub): Promise<readonly PartnerDocument[]> {
  const all: PartnerDocument[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Awaited<ReturnType<typeof embedding.partnerList.page>> =
      await embedding.partnerList.page(OPERATOR, PAGE, after);
    all.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

async function changeOrigins(
  id: string,
  next: (before: readonly string[]) => readonly string[],
): Promise<void> {
  const { origins } = await withHub('connect', async (hub) => {
    const { version, origins: before } = await partnerBy(hub, id);
    const change = { origins: next(before) };
    return hub.embedding.partners.change(BY_OPERATOR, id, version, change);
  });
  process.stdout.write(`${origins.join('\n') || 'No origins are left.'}\n`);
}

async function createKey(id: string, { kind }: { readonly kind: 'public' | 'secret' }) {
  const { secret } = await withHub('connect', async (hub) => {
    await partnerBy(hub, id);
    const of = kind === 'public' ? PartnerKeyKind.PUBLIC : PartnerKeyKind.SECRET;
    return hub.embedding.partners.createKey(BY_OPERATOR, id, of);
  });
  process.stdout.write(`${secret}\n`);
}

async function revokeKey(id: string, key: string): Promise<void> {
  await withHub('connect', async (hub) => {
    await partnerBy(hub, id);
    await hub.embedding.partners.revokeKey(BY_OPERATOR, id, key);
  });
  process.stdout.write(`${key} is void.\n`);
}

interface UsageOptions extends AsJson {
  readonly since?: string;
  readonly until?: string;
}

async function showUsage(id: string, { since, until, json }: UsageOptions): Promise<void> {
  const usage = await withHub('connect', async (hub) => {
    await partnerBy(hub, id);
    return hub.embedding.usage.summary(id, since ?? null, until ?? null);
  });
  process.stdout.write(`${json ? JSON.stringify(usage, null, 2) : usageTables(usage)}\n`);
}

function toDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError(notADay(text));
}
