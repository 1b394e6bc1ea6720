import { type Command, Option } from 'commander';
import { LOCAL_CLIENT } from '../../server/auth/client-address.js';
import type { MemberDocument } from '../../server/auth/member.model.js';
import type { Hub } from '../../server/hub.js';
import { DEFAULT_LOCALE, LOCALES } from '../../server/locale.js';
import { withHub } from '../one-shot.js';
import { renderTable } from '../table.js';
import { addUser, type NewUser } from '../user/add-user.js';
import { memberBy, OPERATOR } from '../user/operator.js';
import { readLine } from '../user/standard-input.js';

const PAGE = 100;

const EXAMPLES = `
Examples:
  saberes user add ada@example.org --administrator             prints an invitation link
  saberes user add eva@example.org --editor-of amexcid         an editor of one institution
  saberes user add ana@example.org --name Ana --curator --password-stdin < password.txt
  saberes user list
  saberes user disable eva@example.org
  saberes user reset-link ada@example.org                      a link to a new password

Works beside a running hub on MongoDB. On the embedded store, stop the hub first.`;

export function addUserCommands(program: Command): void {
  const user = program
    .command('user')
    .description('Add, list and disable members, and help them to a new password.')
    .addHelpText('after', EXAMPLES);
  defineAdd(user);
  user
    .command('list')
    .description('All members by name, with what they may do.')
    .option('--json', 'print them as JSON')
    .action(list);
  user
    .command('disable')
    .description('Keep a member out: sessions and access tokens end at once.')
    .argument('<email>', 'the address that the member signs in with')
    .action((email: string) => setDisabled(email, true));
  user
    .command('enable')
    .description('Let a member in again.')
    .argument('<email>', 'the address that the member signs in with')
    .action((email: string) => setDisabled(email, false));
  user
    .command('reset-link')
    .description(
      'Print a link with which a member chooses a password; valid for an hour, and once.',
    )
    .argument('<email>', 'the address that the member signs in with')
    .action(printResetLink);
}

function defineAdd(user: Command): void {
  const collect = (slug: string, slugs: readonly string[]) => [...slugs, slug];
  user
    .command('add')
    .description('Invite a member, or make the account at once with --password-stdin.')
    .argument('<email>', 'the address to sign in with')
    .option('--name <name>', 'how the member is called; with --password-stdin')
    .option('--administrator', 'keeps members and institutions')
    .option('--curator', 'endorses records and keeps the thesaurus')
    .option(
      '--editor-of <slug>',
      'reviews and publishes for this institution; may repeat',
      collect,
      [],
    )
    .option('--contributor-to <slug>', 'drafts for this institution; may repeat', collect, [])
    .option('--password-stdin', 'take the password from the first line of standard input')
    .addOption(
      new Option('--language <code>', 'of letters').choices(LOCALES).default(DEFAULT_LOCALE),
    )
    .action(add);
}

interface AddOptions extends Omit<NewUser, 'email' | 'password'> {
  readonly passwordStdin?: boolean;
}

async function add(email: string, { passwordStdin, ...options }: AddOptions): Promise<void> {
  const password = passwordStdin ? await readLine() : undefined;
  const name = options.name ?? email.split('@', 1)[0];
  const done = await withHub('connect', (hub) =>
    addUser(hub, { ...options, email, name, password }),
  );
  process.stdout.write(`${done}\n`);
}

async function list({ json }: { readonly json?: boolean }): Promise<void> {
  const members = await withHub('connect', allMembers);
  const rows = members.map((member) => ({
    email: member.email,
    name: member.name,
    roles: rolesOf(member),
    isDisabled: member.isDisabled,
  }));
  if (json) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  else if (rows.length === 0) process.stdout.write('There are no members yet.\n');
  else process.stdout.write(`${tableOf(rows)}\n`);
}

interface Row {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly isDisabled: boolean;
}

const tableOf = (rows: readonly Row[]): string =>
  renderTable(
    [{ title: 'E-mail' }, { title: 'Name', shrinks: true }, { title: 'Roles', shrinks: true }],
    rows.map(({ email, name, roles, isDisabled }) => [
      email,
      name,
      [...(isDisabled ? ['disabled'] : []), ...roles].join(', '),
    ]),
  );

const rolesOf = ({ hubRoles, memberships }: MemberDocument): readonly string[] => [
  ...hubRoles.map((role) => role.toLowerCase()),
  ...memberships.map(({ institution, role }) => `${role.toLowerCase()} of ${institution}`),
];

async function allMembers({ auth }: Hub): Promise<readonly MemberDocument[]> {
  const all: MemberDocument[] = [];
  let after: string | null = null;
  do {
    const { nodes, pageInfo }: Awaited<ReturnType<typeof auth.members.page>> =
      await auth.members.page(null, PAGE, after);
    all.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

async function setDisabled(email: string, isDisabled: boolean): Promise<void> {
  await withHub('connect', async (hub) => {
    const { _id } = await memberBy(hub, email);
    const by = { viewer: OPERATOR, address: LOCAL_CLIENT.address };
    if (isDisabled) await hub.auth.roles.disable(by, _id);
    else await hub.auth.roles.enable(by, _id);
  });
  const done = isDisabled ? 'can no longer sign in' : 'can sign in again';
  process.stdout.write(`${email} ${done}.\n`);
}

async function printResetLink(email: string): Promise<void> {
  const link = await withHub('connect', async (hub) => {
    const { _id } = await memberBy(hub, email);
    return hub.auth.resets.linkFor(OPERATOR, _id, LOCAL_CLIENT.address);
  });
  process.stdout.write(`${link}\n`);
}
