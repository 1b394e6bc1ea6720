import { EmbedFailure } from './embed-failure.js';

/** What the hub says to a question; where it is right, with `data`. */
export interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
  /** Stale: search is down, and this is what it found last. */
  readonly extensions?: { readonly stale?: boolean };
}

/** So long an answer serves other elements; with what caches add, nothing withdrawn comes after five seconds. */
const SHARED_MS = 1_000;
const PATIENCE_MS = 20_000;

const answers = new Map<string, Promise<Answer>>();

/** The answer at an address: elements of a page that ask the same share one request. */
export function answerAt(address: string): Promise<Answer> {
  const shared = answers.get(address);
  if (shared) return shared;
  const answer = ask(address);
  const forget = () => void answers.delete(address);
  answers.set(address, answer);
  answer.then(() => setTimeout(forget, SHARED_MS), forget);
  return answer;
}

async function ask(address: string): Promise<Answer> {
  const response = await reach(address);
  const answer = await read(response);
  if (response.ok && answer.data) return answer;
  throw new EmbedFailure(answer.errors?.[0]?.extensions?.code ?? 'BAD_ANSWER', response.status);
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

async function read(response: Response): Promise<Answer> {
  try {
    return ((await response.json()) as Answer | null) ?? {};
  } catch {
    return {};
  }
}
