import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PERMISSIONS } from '../server/auth/permissions.js';
import {
  type CallerOfRole,
  Callers,
  isPromised,
  ROLE_NAMES,
  type RoleName,
} from './support/callers.js';
import { documentOf, fieldsOf } from './support/generated-operations.js';
import { PERMISSION_CASES, type Stage } from './support/permission-cases.js';
import { RecordStages } from './support/record-stages.js';
import { type RawAnswer, startTestHub, type TestHub } from './support/start-test-hub.js';
import { storedDocuments } from './support/stored-documents.js';

const ACTIONS = Object.keys(PERMISSIONS) as readonly (keyof typeof PERMISSIONS)[];
const REFUSALS = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND']);

let hub: TestHub;
let stage: Stage;
let callers: Callers;
beforeAll(async () => {
  hub = await startTestHub();
  const own = (await hub.build.actor({ slug: 'instituto' }))._id;
  const other = (await hub.build.actor({ slug: 'otro' }))._id;
  await hub.build.country({ code: 'GT' });
  const { code } = await hub.build.theme();
  stage = { hub, records: new RecordStages(hub, own, code), country: 'GT' };
  callers = new Callers(hub, { own, other });
});
afterAll(() => hub.stop());

describe('The table of permissions', () => {
  const mutations = () => fieldsOf(hub.hub.schema, 'mutation').map(({ name }) => name);
  const queries = () => fieldsOf(hub.hub.schema, 'query').map(({ name }) => name);

  it('has a line for every mutation of the contract', () => {
    const missing = mutations().filter((name) => !(name in PERMISSIONS));

    expect(mutations().length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  it('has no line for what the contract does not have', () => {
    const known = new Set([...mutations(), ...queries()]);

    expect(ACTIONS.filter((action) => !known.has(action))).toEqual([]);
  });

  it('has a case here for every line', () => {
    expect(ACTIONS.filter((action) => !(action in PERMISSION_CASES))).toEqual([]);
  });
});

describe('Every role', () => {
  it.each(ACTIONS)('does what the table says, and nothing else: %s', async (action) => {
    const [promised, others] = [true, false].map((wanted) =>
      ROLE_NAMES.filter((role) => isPromised(role, PERMISSIONS[action]) === wanted),
    ) as [RoleName[], RoleName[]];
    const unpromised = await preparedFor(action, others, { isShared: true });
    const before = await storedDocuments(hub);
    const refused = await outcomesOf(action, unpromised);
    const after = await storedDocuments(hub);

    const done = await outcomesOf(action, await preparedFor(action, promised, { isShared: false }));

    expect(refused).toEqual(others.map((role) => [role, 'refused']));
    expect(after).toEqual(before);
    expect(done).toEqual(promised.map((role) => [role, 'done']));
  });
});

interface Attempt {
  readonly role: RoleName;
  readonly variables: object;
  readonly headers: CallerOfRole['headers'];
}

/** What it is about is there, and nothing but rights can be in the way; refusals use nothing up. */
async function preparedFor(
  action: keyof typeof PERMISSIONS,
  roles: readonly RoleName[],
  { isShared }: { readonly isShared: boolean },
): Promise<readonly Attempt[]> {
  // What people do with their own account may be the end of it.
  const isPersonal = PERMISSIONS[action].scope === null;
  let shared: object | null = null;
  const attempts: Attempt[] = [];
  for (const role of roles) {
    const caller = isPersonal ? await newCaller(role) : await knownCaller(role);
    const kept: object | null = isShared && !isPersonal ? shared : null;
    const variables: object =
      kept ?? (await PERMISSION_CASES[action]?.prepare(stage, caller)) ?? {};
    shared = variables;
    attempts.push({ role, variables, headers: caller.headers });
  }
  return attempts;
}

async function newCaller(role: RoleName): Promise<CallerOfRole> {
  const caller = await callers.create(role);
  // The first use of a session or a token is noted with it.
  await hub.ask('{ me { scopes } }', {}, caller.headers);
  return caller;
}

const known = new Map<RoleName, Promise<CallerOfRole>>();

function knownCaller(role: RoleName): Promise<CallerOfRole> {
  const caller = known.get(role) ?? newCaller(role);
  known.set(role, caller);
  return caller;
}

async function outcomesOf(action: string, attempts: readonly Attempt[]) {
  const document = documentOf(hub.hub.schema, action, PERMISSION_CASES[action]?.select);
  const outcomes: (readonly [RoleName, string])[] = [];
  for (const { role, variables, headers } of attempts) {
    const answer = await hub.ask(document, { ...variables }, headers);
    outcomes.push([role, outcomeOf(action, answer)]);
  }
  return outcomes;
}

/** Nothing shown to somebody who asks for what there is counts as a refusal. */
function outcomeOf(action: string, { data, errors, text }: RawAnswer): string {
  const payload = (data as Record<string, Payload | null> | undefined)?.[action];
  const codes = [
    ...(errors ?? []).map(({ extensions }) => extensions.code),
    ...(payload?.problems ?? []).map(({ code }) => code),
  ];
  if (codes.some((code) => REFUSALS.has(code))) return 'refused';
  if (codes.length === 1 && codes[0] === 'TRANSLATION_OFF') return 'done';
  if (codes.length > 0) return text;
  return payload === null || payload?.nodes?.length === 0 ? 'refused' : 'done';
}

interface Payload {
  readonly problems?: readonly { readonly code: string }[];
  readonly nodes?: readonly unknown[];
}
