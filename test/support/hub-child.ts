import { pino } from 'pino';
import { readConfig } from '../../server/config.js';
import { createHub } from '../../server/hub.js';
import { toContent } from './factories.js';
import { type FromHub, type HubOrders, type ToHub, titleOf } from './hub-messages.js';
import { killAtEvent } from './kill-at-event.js';
import { RemoteEngine } from './remote-engine.js';

/** A hub that writes records without end and says which were acknowledged, until it is killed. */
const LANES = 3;
const SLUGS_PER_LANE = 15;

const { settings, name, sharesIndex } = JSON.parse(process.argv[2] ?? '') as HubOrders;
const tell = (message: FromHub) => process.send?.(message);
let isWriting = false;
let lanes: Promise<unknown> = Promise.resolve();

const hub = await createHub(readConfig({ HOST: '127.0.0.1', PORT: '0', ...settings }), {
  log: pino({ level: 'silent' }),
  ...(sharesIndex ? { engine: new RemoteEngine() } : {}),
});
process.on('message', (message: ToHub) => void obey(message));
process.once('disconnect', () => process.exit());
await hub.start();
tell({ url: hub.url.replace('localhost', '127.0.0.1') });

async function obey(message: ToHub): Promise<void> {
  if ('write' in message) {
    if (message.write.killAt !== null) killAtEvent(hub, message.write.killAt);
    if (isWriting) return;
    isWriting = true;
    lanes = Promise.all(Array.from({ length: LANES }, (_, lane) => writeLane(lane)));
  }
  if ('rest' in message) {
    isWriting = false;
    await lanes;
    tell({ rested: true });
  }
  if ('report' in message) {
    const stored = await hub.marks.versions();
    tell({ held: { stored, indexed: await hub.engine.versions() } });
  }
}

/** Editions begin where no process before has been. */
async function writeLane(lane: number): Promise<void> {
  for (let edition = Date.now(); isWriting; edition++) {
    const slug = `${name}-${lane}-${edition % SLUGS_PER_LANE}`;
    await hub.writer.put([toContent({ slug, texts: { es: { title: titleOf(edition) } } })]);
    tell({ slug, edition });
    await hub.dataVersion.bump();
    hub.indexer.wake();
  }
}
