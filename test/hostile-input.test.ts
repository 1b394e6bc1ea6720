import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { mongo } from 'mongoose';
import { buildHubSchema } from '../server/graphql/build-schema.js';
import { type CallerOfRole, Callers } from './support/callers.js';
import { documentOf, fieldsOf } from './support/generated-operations.js';
import { inputsOf, leastArguments, leavesOf } from './support/hostile-input.js';
import { PERMISSION_CASES, type Stage } from './support/permission-cases.js';
import { describeOnEveryStore } from './support/platforms.js';
import { RecordStages } from './support/record-stages.js';
import type { RawAnswer, TestHub } from './support/start-test-hub.js';

const schema = buildHubSchema();
const OPERATIONS = [...fieldsOf(schema, 'mutation'), ...fieldsOf(schema, 'query')];
const TAKING = OPERATIONS.filter(({ args }) => args.length > 0).map(({ name }) => name);

/** What a store would take for an operator, were it let through. */
const STRUCTURES: readonly unknown[] = [
  { $ne: '' },
  { $gt: '' },
  { $where: 'true' },
  { $regex: '.*' },
  [{ $ne: '' }],
  { length: 1, 0: 'x' },
  { toString: 'x' },
];
const WORDS: readonly string[] = [
  '{"$ne": ""}',
  '{ $gt: "" }',
  '$where',
  '$ne',
  '__proto__',
  'constructor',
  'toString',
  '.*',
  'a.b.$[]',
  '\u0000',
  '\ud800',
  'x'.repeat(60_000),
];

/** What nobody may say of herself or of a record. */
const OVERREACHING: Readonly<Record<string, unknown>> = {
  owner: 'mem_x',
  status: 'PUBLISHED',
  version: 99,
  revision: 99,
  public: true,
  _id: 'itm_x',
  slug: 'taken',
  memberships: [],
  isDisabled: false,
  passwordHash: 'x',
  $set: { status: 'PUBLISHED' },
  constructor: { prototype: { isAdministrator: true } },
};

/** Where the id of a record, a member or a credential stands. */
const ID_NAMES = ['id', 'from', 'member'] as const;

const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify']);

describeOnEveryStore('What does not belong into an input', (startHub) => {
  let hub: TestHub;
  let stage: Stage;
  let callers: Callers;
  beforeAll(async () => {
    hub = await startHub();
    const own = (await hub.build.actor({ slug: 'instituto' }))._id;
    const other = (await hub.build.actor({ slug: 'otro' }))._id;
    await hub.build.country({ code: 'DM' });
    const { code } = await hub.build.theme();
    stage = { hub, records: new RecordStages(hub, own, code), country: 'DM' };
    callers = new Callers(hub, { own, other });
  });
  afterAll(() => hub.stop());

  const field = (name: string) => {
    const found = OPERATIONS.find((one) => one.name === name);
    if (!found) throw new Error(name);
    return found;
  };

  /** Somebody who may do everything, and what she would ask for. */
  async function prepared(name: string) {
    const caller = await callers.create('administrator');
    await hub.ask('{ me { scopes } }', {}, caller.headers);
    const own = await PERMISSION_CASES[name]?.prepare(stage, caller);
    return { caller, base: { ...leastArguments(field(name)), ...own } };
  }

  function send(name: string, variables: object, { headers }: CallerOfRole): Promise<RawAnswer> {
    const document = documentOf(schema, name, PERMISSION_CASES[name]?.select);
    return hub.ask(document, { ...variables }, headers);
  }

  it.each(TAKING)('is refused when it is a structure: %s', async (name) => {
    const { caller, base } = await prepared(name);
    const accepted: unknown[] = [];
    const commands = await hub.storeCommands(async () => {
      for (const { path, plant } of leavesOf(field(name))) {
        for (const structure of STRUCTURES) {
          const planted = { ...base, [path[0] ?? '']: plant(structure) };
          const { status, text } = await send(name, planted, caller);
          if (status !== 400) accepted.push([path.join('.'), structure, text]);
        }
      }
    });

    expect(accepted).toEqual([]);
    expect(writesIn(commands)).toEqual([]);
  });

  it.each(TAKING)(
    'is refused or taken literally when it is a text: %s',
    async (name) => {
      const { caller, base } = await prepared(name);
      const wrong: unknown[] = [];
      for (const { path, plant, type } of leavesOf(field(name))) {
        for (const word of WORDS) {
          const planted = { ...base, [path[0] ?? '']: plant(word) };
          let answer: RawAnswer | undefined;
          const commands = await hub.storeCommands(async () => {
            answer = await send(name, planted, caller);
          });
          const outcome = outcomeOf(name, answer as unknown as RawAnswer);
          const writes = outcome === 'refused' ? writesIn(commands, word) : [];
          const isFound = type === 'ID' && outcome === 'found' && path.length === 1;
          if (outcome === 'broken' || writes.length > 0 || isFound) {
            wrong.push([path.join('.'), word.slice(0, 20), outcome, writes, answer?.text]);
          }
        }
      }

      expect(wrong).toEqual([]);
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
    60_000,
  );

  it.each(TAKING)('is refused when it says what nobody may say: %s', async (name) => {
    const { caller, base } = await prepared(name);
    const accepted: unknown[] = [];
    const commands = await hub.storeCommands(async () => {
      for (const { path, plant } of inputsOf(field(name))) {
        for (const [key, value] of Object.entries(OVERREACHING)) {
          const planted = { ...base, [path[0] ?? '']: plant({ [key]: value }) };
          const { status, text } = await send(name, planted, caller);
          const isOfContract = key in knownFieldsAt(name, path);
          if (!isOfContract && status !== 400) accepted.push([path.join('.'), key, text]);
        }
      }
      const document = documentOf(schema, name).replace(`${name}(`, `${name}(owner: "mem_x", `);
      const { status, text } = await hub.ask(document, base, caller.headers);
      if (status !== 400) accepted.push([document, text]);
    });

    expect(accepted).toEqual([]);
    expect(writesIn(commands)).toEqual([]);
  });

  it.each(Object.keys(PERMISSION_CASES).filter((name) => hasId(name)))(
    'gets the same answer for an id of others, a malformed one and one that is absent: %s',
    async (name) => {
      const stranger = await callers.create('editor of another institution');
      const { base } = await prepared(name);
      const ids = [idIn(base), 'itm_00000000000000000000000000', 'x', '', ' ', '{"$ne":""}'];
      const answers = new Set<string>();
      for (const id of [...ids, '__proto__', 'a'.repeat(10_000)]) {
        const { text } = await send(name, withId(base, id), stranger);
        answers.add(text.replace(/"requestId":"[^"]*"/g, ''));
      }

      expect([...answers]).toHaveLength(1);
      expect([...answers].join()).toMatch(/NOT_FOUND|FORBIDDEN|null/);
    },
  );
});

/** Taking away by an id that is the word itself takes nothing away. */
const writesIn = (
  commands: readonly mongo.CommandStartedEvent[],
  word: unknown = null,
): readonly string[] =>
  commands
    .filter(({ commandName, command }) => {
      const isWrite = WRITES.has(commandName) && command[commandName] !== 'audit';
      const isVain = commandName === 'delete' && idOf(command) === word;
      return isWrite && !isVain;
    })
    .map(({ command }) => JSON.stringify(command).slice(0, 300));

const idOf = ({ deletes }: mongo.Document): unknown =>
  (deletes as readonly { readonly q?: { readonly _id?: unknown } }[])[0]?.q?._id;

/** Found: something is there for what was planted; broken: a fault of ours. */
function outcomeOf(
  name: string,
  { data, errors = [], text }: RawAnswer,
): 'refused' | 'found' | 'done' | 'broken' {
  if (text.includes('INTERNAL_SERVER_ERROR')) return 'broken';
  const answered = (data as Record<string, unknown> | null | undefined)?.[name];
  const { problems } = (answered ?? {}) as { readonly problems?: readonly unknown[] };
  const isNothing = answered == null || answered === false;
  if (errors.length > 0 || isNothing || (problems?.length ?? 0) > 0) return 'refused';
  return problems ? 'done' : isEmpty(answered) ? 'refused' : 'found';
}

const isEmpty = (answered: unknown): boolean => {
  if (Array.isArray(answered)) return answered.every((one) => one === null);
  const { nodes } = answered as { readonly nodes?: readonly unknown[] };
  return nodes?.length === 0;
};

function knownFieldsAt(name: string, path: readonly string[]): object {
  const found = OPERATIONS.find((one) => one.name === name);
  const input = found && inputsOf(found).find((one) => one.path.join() === path.join());
  const type = schema.getType(input?.type ?? '');
  return type && 'getFields' in type ? type.getFields() : {};
}

function hasId(name: string): boolean {
  const found = OPERATIONS.find((one) => one.name === name);
  return (found ? leavesOf(found) : []).some(({ path, type }) => {
    const last = path.at(-1) as (typeof ID_NAMES)[number];
    return type === 'ID' && ID_NAMES.includes(last) && name !== 'assignReviewer';
  });
}

const placeOf = (variables: object): object =>
  'input' in variables ? (variables.input as object) : variables;

function idIn(variables: object): unknown {
  const place = placeOf(variables) as Record<string, unknown>;
  return ID_NAMES.map((key) => place[key]).find((id) => id !== undefined);
}

function withId(variables: object, id: unknown): object {
  const place = placeOf(variables);
  const key = ID_NAMES.find((one) => one in place) ?? 'id';
  const changed = { ...place, [key]: id };
  return 'input' in variables ? { input: changed } : changed;
}
