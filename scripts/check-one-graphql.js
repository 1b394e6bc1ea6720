// A second copy of graphql breaks every schema check in ways that are hard to read.
import { execFileSync } from 'node:child_process';

const listed = execFileSync('npm', ['ls', 'graphql', '--all', '--parseable'], { encoding: 'utf8' });
const copies = listed.split('\n').filter((line) => line.endsWith('node_modules/graphql'));
if (new Set(copies).size !== 1) {
  process.stderr.write(`There has to be one copy of graphql; found:\n${copies.join('\n')}\n`);
  process.exit(1);
}
