import type * as Argon2 from '@node-rs/argon2';
import { loadLater } from '../load-later.js';

const argon2 = loadLater<typeof Argon2>('@node-rs/argon2');

/** Makes and checks hashes of passwords; a port, so that tests can count what is done. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** Whether it was made with less than is asked for now. */
  isOutdated(hash: string): boolean;
}

/** Argon2id with what OWASP asks for at least: 19 MiB, two passes, one lane. */
const PARAMETERS: Required<Pick<Argon2.Options, 'memoryCost' | 'timeCost' | 'parallelism'>> = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

export class Argon2Hasher implements PasswordHasher {
  hash(password: string): Promise<string> {
    return argon2().hash(password, PARAMETERS);
  }

  verify(stored: string, password: string): Promise<boolean> {
    return argon2().verify(stored, password);
  }

  isOutdated(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = argon2().parseOptions(stored);
    return (
      memoryCost < PARAMETERS.memoryCost ||
      timeCost < PARAMETERS.timeCost ||
      parallelism < PARAMETERS.parallelism
    );
  }
}
