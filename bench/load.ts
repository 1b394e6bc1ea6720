import autocannon from 'autocannon';
import { median } from './median.js';
import type { MeasuredServer } from './processes.js';

const CONNECTIONS = 16;
/** The shortest that the load generator measures; many short rounds meet noise alike. */
const SECONDS = 1;
const ROUNDS = 5;

/** A server to be asked, and what for. */
export interface Target {
  readonly server: Pick<MeasuredServer, 'url' | 'processorMs'>;
  /** Where it is asked, when not at its own address. */
  readonly url?: string;
  /** Posted in turn; with none it is asked by GET. */
  readonly bodies: readonly string[];
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Measured {
  readonly perSecond: number;
  /** To the first of the targets, in the same round. */
  readonly ratio: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Processor time of the server for an answer: where the load generator is the slower side, rates say less than this. */
  readonly processorUs: number;
}

/** Sends each body once, some at a time. */
export async function sendOnce({ server: { url }, bodies }: Target): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  for (let start = 0; start < bodies.length; start += CONNECTIONS) {
    const some = bodies.slice(start, start + CONNECTIONS);
    await Promise.all(
      some.map(async (body) => (await fetch(url, { method: 'POST', headers, body })).text()),
    );
  }
}

/**
 * Loads the targets in turns, in short rounds, so that what else the machine does meets all of
 * them alike; medians of the rounds. Rejects when a request fails.
 */
export async function loadInTurns<Name extends string>(
  targets: Readonly<Record<Name, Target>>,
): Promise<Record<Name, Measured>> {
  const names = Object.keys(targets) as Name[];
  for (const name of names) await load(targets[name]);
  const rounds: Record<Name, Load>[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const measured = {} as Record<Name, Load>;
    for (const name of names) measured[name] = await load(targets[name]);
    rounds.push(measured);
  }
  const [first] = names as [Name];
  const middle = (of: (round: Record<Name, Load>) => number) => median(rounds.map(of));
  const summary = (name: Name): Measured => ({
    perSecond: middle((round) => round[name].perSecond),
    ratio: middle((round) => round[name].perSecond / round[first].perSecond),
    medianMs: middle((round) => round[name].medianMs),
    p99Ms: middle((round) => round[name].p99Ms),
    processorUs: middle((round) => round[name].processorUs),
  });
  return Object.fromEntries(names.map((name) => [name, summary(name)])) as Record<Name, Measured>;
}

type Load = Omit<Measured, 'ratio'>;

/** Sends the bodies in turn over 16 connections for a second. */
async function load({ server, url = server.url, bodies, headers: given }: Target): Promise<Load> {
  const requests = bodies.map((body) => ({ method: 'POST' as const, body }));
  const headers = {
    ...(bodies.length > 0 ? { 'content-type': 'application/json' } : {}),
    ...given,
  };
  // In a thread of its own: what this process holds of the records must not slow the asking down.
  const options = { url, connections: CONNECTIONS, headers, workers: 1 };
  const posted = bodies.length > 0 ? { ...options, requests } : options;
  const before = server.processorMs();
  const result = await autocannon({ ...posted, duration: SECONDS });
  const processorUs = ((server.processorMs() - before) * 1_000) / result.requests.total;
  const refused = result.non2xx - result['3xx'];
  if (refused + result.errors > 0) {
    throw new Error(`${refused} refusals and ${result.errors} errors from ${url}`);
  }
  const perSecond = result.requests.total / result.duration;
  return { perSecond, medianMs: result.latency.p50, p99Ms: result.latency.p99, processorUs };
}
