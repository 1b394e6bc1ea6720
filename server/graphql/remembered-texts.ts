import { LRUCache } from 'lru-cache';

const MOST_BYTES = 4_194_304;

/**
 * Texts of operations that clients had remembered under their digest (automatic persisted queries).
 * Anybody may add one, so it is a saving of bytes and never a list of what is allowed.
 */
export class RememberedTexts {
  private readonly texts = new LRUCache<string, string>({
    maxSize: MOST_BYTES,
    sizeCalculation: (text, digest) => text.length + digest.length,
  });

  async get(digest: string): Promise<string | undefined> {
    return this.texts.get(digest);
  }

  async set(digest: string, text: string): Promise<void> {
    this.texts.set(digest, text);
  }

  async delete(digest: string): Promise<boolean> {
    return this.texts.delete(digest);
  }
}
