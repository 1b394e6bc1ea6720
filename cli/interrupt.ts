/** Exit codes by which shells know that a signal ended a command. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Has Ctrl+C end a command at once: each write is whole or absent, so nothing has to be undone. */
export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.once(signal, () => stopHere(code));
  }
}

/**
 * Has the first Ctrl+C end a command where it has come to and the next one at once; `listen` begins to listen.
 */
export function stopOnSignals(): { readonly signal: AbortSignal; readonly listen: () => void } {
  const stop = new AbortController();
  const listen = () => {
    for (const signal of Object.keys(EXIT_CODES)) {
      process.once(signal, () => {
        if (!stop.signal.aborted) process.stderr.write(`${FINISHING}\n`);
        stop.abort();
        endOnSignals();
      });
    }
  };
  return { signal: stop.signal, listen };
}

function stopHere(code: number): never {
  // Last of all, below a bar that is being closed.
  process.once('exit', () => process.stderr.write(`${STOPPED}\n`));
  process.exit(code);
}

const FINISHING = 'Finishing what is under way. Once more ends it at once.';
const STOPPED = 'Stopped. What was written stays; the same command again does the rest.';
