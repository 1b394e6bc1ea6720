import { rm } from 'node:fs/promises';

/** Stops and removes what `global-setup.ts` started and made. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.saberesRealMongo?.stop();
  await globalThis.saberesApertium?.stop();
  const { saberesRunFolder: folder } = globalThis;
  if (folder) await rm(folder, { recursive: true, force: true });
}
