import { describe, expect, it } from '@jest/globals';
import { BriefCache } from '../server/embed/brief-cache.js';
import { ManualClock } from './support/manual-clock.js';

interface Value {
  readonly text: string;
}

/** A store that answers when it is told to. */
class SlowStore {
  readonly waiting: ((value: Value | null) => void)[] = [];

  read = () => new Promise<Value | null>((resolve) => this.waiting.push(resolve));

  answer(text: string | null): void {
    this.waiting.shift()?.(text === null ? null : { text });
  }
}

describe('What was read a moment ago', () => {
  it('is read once for all who ask meanwhile, and trusted for two seconds', async () => {
    const clock = new ManualClock();
    const cache = new BriefCache<Value>(clock);
    const store = new SlowStore();
    const asked = [cache.get('a', store.read), cache.get('a', store.read)];
    expect(store.waiting).toHaveLength(1);
    store.answer('first');
    for (const answer of asked) expect(await answer).toEqual({ text: 'first' });

    clock.pass(1_999);
    expect(await cache.get('a', store.read)).toEqual({ text: 'first' });
    clock.pass(1);
    const again = cache.get('a', store.read);
    store.answer('second');
    expect(await again).toEqual({ text: 'second' });
  });

  it('is not kept when something changed while it was read', async () => {
    const cache = new BriefCache<Value>(new ManualClock());
    const store = new SlowStore();
    const before = cache.get('a', store.read);
    cache.clear();
    const after = cache.get('a', store.read);
    expect(store.waiting).toHaveLength(2);
    store.answer('old');
    store.answer('new');

    expect(await before).toEqual({ text: 'old' });
    expect(await after).toEqual({ text: 'new' });
    expect(await cache.get('a', store.read)).toEqual({ text: 'new' });
  });

  it('is looked for again when it was absent, or could not be read', async () => {
    const cache = new BriefCache<Value>(new ManualClock());
    const store = new SlowStore();
    const absent = cache.get('a', store.read);
    store.answer(null);
    expect(await absent).toBeNull();
    await expect(cache.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');

    const found = cache.get('a', store.read);
    store.answer('there');
    expect(await found).toEqual({ text: 'there' });
  });
});
