import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A CommonJS package that is loaded when it is first used: nothing at the start waits for it. */
export function loadLater<T>(name: string): () => T {
  let loaded: T | undefined;
  return () => {
    loaded ??= require(name) as T;
    return loaded;
  };
}
