import { startEmbeddedStore } from '../../server/mongo/embedded/start-store.js';

/** A process of its own around a store, for tests that kill it: prints the address, then serves until its end. */
const [, , dataDir = ''] = process.argv;
try {
  const store = await startEmbeddedStore({ dataDir });
  process.stdout.write(`${store.uri}\n`);
  process.stdin.resume().once('end', () => void store.stop());
} catch (error) {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  process.stdout.write(`FAILED ${code} ${message}\n`);
}
