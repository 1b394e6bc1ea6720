import { createHash } from 'node:crypto';
import { StoredQueryStatus } from '../../schema/partner-enums.js';
import { KnownMembers } from './members.js';
import { buildPartner, buildStoredQuery } from './partners.js';
import { type AnswerError, startTestHub, type TestHub } from './start-test-hub.js';

export type BuiltPartner = Awaited<ReturnType<typeof buildPartner>>;
type Headers = Readonly<Record<string, string>>;

export const DOCUMENT = 'query Title($slug: String!) { knowledgeItem(slug: $slug) { title } }';
export const DRAFT = '{ knowledgeItems(first: 1) { nodes { slug } } }';
export const FREE = '{ hub { name } }';
export const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
export const idOf = (text: string) => `sha256:${digestOf(text)}`;
export const ANSWER = { knowledgeItem: { title: 'Uno' } };
export const NOT_FOUND = { status: 404, code: 'PERSISTED_DOCUMENT_NOT_FOUND' };
export const STORED_ONLY = { status: 403, code: 'STORED_QUERIES_ONLY' };

export interface Answered {
  readonly status: number;
  readonly headers: globalThis.Headers;
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

export const codeOf = ({ status, errors = [] }: Answered) => ({
  status,
  code: errors[0]?.extensions.code,
});

export async function read(response: Response): Promise<Answered> {
  const { data, errors } = (await response.json()) as Pick<Answered, 'data' | 'errors'>;
  return { status: response.status, headers: response.headers, data, errors };
}

export const get = async (hub: TestHub, parameters: Headers, headers: Headers = {}) =>
  read(await fetch(`${hub.url}/graphql?${new URLSearchParams(parameters)}`, { headers }));

export const post = async (hub: TestHub, body: object, headers: Headers = {}) =>
  read(
    await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    }),
  );

export const withKey = (key: string): Headers => ({ authorization: `Bearer ${key}` });

/** As the clients that remember texts do it. */
export const remembered = (text: string) => ({
  persistedQuery: { version: 1, sha256Hash: digestOf(text) },
});

export async function startWithPartner(config: object = {}) {
  const members = new KnownMembers();
  const hub = await startTestHub({ authenticator: members, config });
  await hub.build.item({ slug: 'a', texts: { es: { title: 'Uno' }, en: { title: 'One' } } });
  const institute = (await hub.build.actor({ slug: 'instituto' }))._id;
  members.editor('elena', institute);
  const { models } = hub.hub;
  const partner = await buildPartner(models);
  const open = [{ name: 'slug', value: null, isOpen: true }];
  const parts = { partner: partner._id, document: DOCUMENT, variables: open };
  await buildStoredQuery(models, { ...parts, _id: 'title', operationName: 'Title' });
  const status = StoredQueryStatus.DRAFT;
  await buildStoredQuery(models, { ...parts, _id: 'draft', document: DRAFT, status });
  return { hub, partner };
}
