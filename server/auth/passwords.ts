import type { PasswordHasher } from './password-hasher.js';
import { MAX_PASSWORD, normalizePassword } from './password-rules.js';
import { newSecret } from './secret.js';
import { Turns } from './turns.js';

/** Two cores' worth at once; who comes after a hundred others is told to come again. */
const AT_ONCE = 2;
const MAY_WAIT = 100;

/** Hashes and compares passwords, at a bounded cost. */
export class Passwords {
  private readonly turns = new Turns(AT_ONCE, MAY_WAIT);
  private decoy: Promise<string> | null = null;

  constructor(private readonly hasher: PasswordHasher) {}

  hash(password: string): Promise<string> {
    return this.turns.take(() => this.hasher.hash(normalizePassword(password)));
  }

  /**
   * Whether it is the password of this hash. Without a hash the same work is done for nothing, so
   * that an answer's time does not tell whether there is such a member.
   */
  async matches(stored: string | null, password: string): Promise<boolean> {
    this.decoy ??= this.hash(newSecret());
    const decoy = await this.decoy;
    const isPossible = stored !== null && password.length <= MAX_PASSWORD * 2;
    const given = isPossible ? normalizePassword(password) : 'impossible';
    const isSame = await this.turns.take(() => this.hasher.verify(stored ?? decoy, given));
    return isPossible && isSame;
  }

  /** A new hash of a password that was just found right, if its present one is too weak. */
  async renewed(stored: string, password: string): Promise<string | null> {
    return this.hasher.isOutdated(stored) ? this.hash(password) : null;
  }
}
