import { EmbedFailure } from './embed-failure.js';

export type Data = Readonly<Record<string, unknown>>;

/** So long an answer serves other elements; with what caches add, nothing withdrawn comes after five seconds. */
const SHARED_MS = 1_000;
const PATIENCE_MS = 20_000;

const answers = new Map<string, Promise<Data>>();

/** The answer at an address: elements of a page that ask the same share one request. */
export function answerAt(address: string): Promise<Data> {
  const shared = answers.get(address);
  if (shared) return shared;
  const answer = ask(address);
  const forget = () => void answers.delete(address);
  answers.set(address, answer);
  answer.then(() => setTimeout(forget, SHARED_MS), forget);
  return answer;
}

async function ask(address: string): Promise<Data> {
  const response = await reach(address);
  const { data, errors } = await read(response);
  if (response.ok && data) return data;
  throw new EmbedFailure(errors?.[0]?.extensions?.code ?? 'BAD_ANSWER', response.status);
}

/** No cookie goes along, and no header that would make the browser ask for leave first. */
async function reach(address: string): Promise<Response> {
  try {
    return await fetch(address, {
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch {
    throw new EmbedFailure(navigator.onLine ? 'UNREACHABLE' : 'OFFLINE');
  }
}

interface Body {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

async function read(response: Response): Promise<Body> {
  try {
    return ((await response.json()) as Body | null) ?? {};
  } catch {
    return {};
  }
}
