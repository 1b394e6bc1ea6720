import { hash, type Options, parseOptions, verify } from '@node-rs/argon2';

/** Makes and checks hashes of passwords; a port, so that tests can count what is done. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** Whether it was made with less than is asked for now. */
  isOutdated(hash: string): boolean;
}

/** Argon2id with what OWASP asks for at least: 19 MiB, two passes, one lane. */
const PARAMETERS: Required<Pick<Options, 'memoryCost' | 'timeCost' | 'parallelism'>> = {
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

export class Argon2Hasher implements PasswordHasher {
  hash(password: string): Promise<string> {
    return hash(password, PARAMETERS);
  }

  verify(stored: string, password: string): Promise<boolean> {
    return verify(stored, password);
  }

  isOutdated(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(stored);
    return (
      memoryCost < PARAMETERS.memoryCost ||
      timeCost < PARAMETERS.timeCost ||
      parallelism < PARAMETERS.parallelism
    );
  }
}
