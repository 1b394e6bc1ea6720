// Writes who may do what to docs/permissions.md, from the table that the code asks; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import 'reflect-metadata';
import { PERMISSIONS } from '../dist/server/auth/permissions.js';
import { buildHubSchema } from '../dist/server/graphql/build-schema.js';

const file = new URL('../docs/permissions.md', import.meta.url);
const schema = buildHubSchema();
const roots = [schema.getQueryType(), schema.getMutationType()];

function row([name, { level, scope }]) {
  const field = roots.map((root) => root?.getFields()[name]).find(Boolean);
  const what = (field?.description ?? '').replaceAll('\n', ' ').replaceAll('|', '\\|');
  return `| \`${name}\` | ${what} | ${level} | ${tokenFor(level, scope)} |`;
}

function tokenFor(level, scope) {
  if (level === 'everybody') return 'not needed';
  return scope === null ? 'no token is enough' : scope;
}

const all = Object.entries(PERMISSIONS);
const isQuery = ([name]) => schema.getQueryType()?.getFields()[name] !== undefined;
const table = (rows) => [
  '| operation | what it does | who | token |',
  '| --- | --- | --- | --- |',
  ...rows.map(row),
];

const printed = `# Who may do what

Printed from \`server/auth/permissions.ts\` by \`npm run schema\`; change it there.

Everybody reads what is published: every query that is not listed here is open. For the rest it counts who asks and to which
institution the record belongs:

- **Contributors** of an institution write its drafts and submit them; they see its drafts and histories.
- **Editors** of an institution do the same, and review, publish and withdraw.
- **Curators** vouch for published records of any institution; they see no drafts.
- **Administrators** may do everything.
- An **access token** does what its member may do, and only with the scope that is named here.

To whoever may not see a record, it does not exist: an id of another institution, one that is malformed and one that is absent get
the same answer, \`NOT_FOUND\`. Where a record may be seen but not changed, the answer is \`FORBIDDEN\`; without signing in
it is \`UNAUTHENTICATED\`. Nothing is changed then.

## Reading

${table(all.filter(isQuery)).join('\n')}

## Changing

${table(all.filter((one) => !isQuery(one))).join('\n')}
`;

if (process.argv.includes('--check')) {
  const present = (() => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  })();
  if (present !== printed) {
    process.stderr.write('docs/permissions.md is old. Run "npm run schema" and commit it.\n');
    process.exit(1);
  }
} else writeFileSync(file, printed);
