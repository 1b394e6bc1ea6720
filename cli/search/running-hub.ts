import type { Config } from '../../server/config.js';
import type { FormattedResult } from '../../server/graphql/operations.js';
import { CommandError } from '../fail.js';

const PATIENCE_MS = 10_000;

/** Where a hub with these settings answers. */
export const runningHubUrl = ({ PUBLIC_URL, PORT }: Config): string =>
  PUBLIC_URL ?? `http://localhost:${PORT}`;

/** Asks a running hub. Rejects with a `CommandError` when there is none at the address. */
export async function askOverHttp(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
  lang = 'es',
): Promise<FormattedResult> {
  const response = await fetchFrom(url, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': lang },
    body: JSON.stringify({ query, variables }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (isGraphQLAnswer(answer)) return answer;
  throw new CommandError(
    `What answers at ${url} is not a Saberes hub (status ${response.status}).`,
  );
}

/** A request to a hub by its public address, with or without a path of its own. */
export async function fetchFrom(url: string, path: string, init: RequestInit = {}) {
  const base = url.replace(/\/+$/, '');
  if (!URL.canParse(base)) {
    throw new CommandError(`"${url}" is not an address; it looks like http://localhost:4000`);
  }
  try {
    return await fetch(base + path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new CommandError(`No hub answers at ${url}. Check the address and that it runs.`);
  }
}

const isGraphQLAnswer = (answer: unknown): answer is FormattedResult =>
  typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
