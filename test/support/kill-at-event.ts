import type { Hub } from '../../server/hub.js';

/** Between any two commands of the store, or in the middle of one. */
export function killAtEvent({ store }: Hub, killAt: number): void {
  let events = 0;
  const count = () => {
    events += 1;
    if (events === killAt) process.kill(process.pid, 'SIGKILL');
  };
  const client = store.connection.getClient();
  client.on('commandStarted', count).on('commandSucceeded', count);
}
