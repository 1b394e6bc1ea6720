import type { SeedProblem } from './yaml-file.js';

/** The content cannot be loaded; the message lists everything that is wrong, a line each. */
export class SeedError extends Error {
  override readonly name = 'SeedError';

  constructor(readonly problems: readonly SeedProblem[]) {
    super(['The content has problems:', ...problems.map(lineOf)].join('\n'));
  }
}

const lineOf = ({ file, line, message }: SeedProblem): string =>
  line === null ? `${file}: ${message}` : `${file}:${line}: ${message}`;
