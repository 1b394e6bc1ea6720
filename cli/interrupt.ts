/** Exit codes by which shells know that a signal ended a command. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/** Has Ctrl+C end a command at once: each write is whole or absent, so nothing has to be undone. */
export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.once(signal, () => stopHere(code));
  }
}

function stopHere(code: number): never {
  // Last of all, below a bar that is being closed.
  process.once('exit', () => process.stderr.write(`${STOPPED}\n`));
  process.exit(code);
}

const STOPPED = 'Stopped. What was written stays; the same command again does the rest.';
