import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, validate } from 'graphql';
import 'reflect-metadata';
import { ProblemCode } from '../schema/problem-code.js';
import { settings } from '../server/config.js';
import { ErrorCode } from '../server/errors.js';
import { buildHubSchema } from '../server/graphql/build-schema.js';
import { Metrics } from '../server/observability/metrics.js';

/** From the compiled test to the root of the project. */
const root = new URL('../../', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), 'utf8');
const namesIn = (folder: string): string[] =>
  readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`);

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...namesIn('docs/')];
const decisions = namesIn('docs/adr/').filter((name) => name !== 'docs/adr/README.md');

describe('The documentation', () => {
  const schema = buildHubSchema();

  it.each(['README.md', 'docs/api.md'])('asks only what the contract answers, in %s', (page) => {
    const operations = operationsIn(read(page));
    expect(operations.length).toBeGreaterThanOrEqual(4);
    for (const operation of operations) expect(validate(schema, parse(operation))).toEqual([]);
  });

  it.each([...pages, ...decisions, 'docs/adr/README.md'])(
    'leads nowhere in vain, in %s',
    (page) => {
      const targets = [...read(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, to]) => to);
      const local = targets.filter((to) => to && !/^https?:/.test(to));
      const missing = local.filter((to) => !existsSync(new URL(to ?? '', new URL(page, root))));
      expect(missing).toEqual([]);
    },
  );

  it('shows operators every setting with its default and meaning', () => {
    const rows = Object.entries(settings.shape).map(([name, field]) => {
      const { data } = field.safeParse(undefined);
      return `| \`${name}\` | ${data === undefined ? '' : `\`${data}\``} | ${field.description} |`;
    });
    expect(tableUnder('| name | default | meaning |', read('docs/operators.md'))).toEqual(rows);
  });

  it('tells operators about every metric of the hub', async () => {
    const metrics = new Metrics();
    metrics.watchQueue(async () => ({ depth: 0, ageSeconds: 0 }));
    metrics.watchTranslations(async () => 0);
    const names = [...(await metrics.expose()).text.matchAll(/^# TYPE (saberes_\w+)/gm)].map(
      ([, name]) => name,
    );
    const rows = tableUnder('| metric | meaning | look when |', read('docs/operators.md'));
    expect(new Set(rows.map((row) => /`(\w+)`/.exec(row)?.[1]))).toEqual(new Set(names));
  });

  it('tells partners about every error code', () => {
    const rows = tableUnder('| code | status | meaning | do |', read('docs/api.md'));
    const codes = rows.map((row) => /`(\w+)`/.exec(row)?.[1]);
    expect(codes).toEqual(expect.arrayContaining(Object.values(ErrorCode)));
  });

  it('tells partners about every code of a problem', () => {
    const rows = tableUnder('| code | meaning | do |', read('docs/api.md'));
    const codes = rows.map((row) => /`(\w+)`/.exec(row)?.[1]);
    expect(codes).toEqual(Object.values(ProblemCode));
  });

  it('numbers its decisions without gaps and lists them all', () => {
    const numbers = decisions
      .sort((a, b) => a.localeCompare(b))
      .map((name) => Number(name.slice(9, 13)));
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const list = read('docs/adr/README.md');
    for (const name of decisions) expect(list).toContain(`(${name.slice(9)})`);
  });

  it('names only folders that exist in its map', () => {
    const [, map = ''] = /```\n(schema\/[\s\S]*?)```/.exec(read('docs/architecture.md')) ?? [];
    const inServer = [...map.matchAll(/^ {2}([\w./ ]+?)(?: {2,}|$)/gm)]
      .flatMap(([, names]) => (names ?? '').split(' '))
      .map((name) => `server/${name}`);
    const top = [...map.matchAll(/^([\w-]+\/)/gm)].map(([, name]) => name ?? '');
    const missing = [...top, ...inServer].filter((name) => !existsSync(new URL(name, root)));
    expect(missing).toEqual([]);
    expect(inServer.length).toBeGreaterThan(10);
  });
});

/** Blocks of GraphQL, and what is sent with curl. */
function operationsIn(page: string): string[] {
  const blocks = [...page.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text]) => text ?? '');
  const bodies = [...page.matchAll(/-d '(\{"query".*\})'/g)].map(([, text]) => {
    const { query } = JSON.parse(text ?? '') as { readonly query: string };
    return query;
  });
  const addresses = [...page.matchAll(/'query=([^']*)'/g)].map(([, text]) => text ?? '');
  return [...blocks, ...bodies, ...addresses];
}

function tableUnder(head: string, page: string): string[] {
  const lines = page.split('\n');
  const start = lines.indexOf(head) + 2;
  const end = lines.findIndex((line, at) => at > start && !line.startsWith('|'));
  return lines.slice(start, end);
}
