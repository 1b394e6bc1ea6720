import autocannon from 'autocannon';

const CONNECTIONS = 16;
const SECONDS = 4;

export interface Measured {
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Sends each body once, some at a time. */
export async function sendOnce(url: string, bodies: readonly string[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  for (let start = 0; start < bodies.length; start += CONNECTIONS) {
    const some = bodies.slice(start, start + CONNECTIONS);
    await Promise.all(
      some.map(async (body) => (await fetch(url, { method: 'POST', headers, body })).text()),
    );
  }
}

/** Sends the bodies in turn over 16 connections for some seconds; rejects when one fails. */
export async function load(
  url: string,
  bodies: readonly string[],
  seconds = SECONDS,
): Promise<Measured> {
  const requests = bodies.map((body) => ({ method: 'POST' as const, body }));
  const headers = { 'content-type': 'application/json' };
  const options = { url, connections: CONNECTIONS, headers, requests };
  await autocannon({ ...options, duration: 1 });
  const result = await autocannon({ ...options, duration: seconds });
  if (result.non2xx + result.errors > 0) {
    throw new Error(`${result.non2xx} refusals and ${result.errors} errors from ${url}`);
  }
  const perSecond = result.requests.total / result.duration;
  return { perSecond, medianMs: result.latency.p50, p99Ms: result.latency.p99 };
}
