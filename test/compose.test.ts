import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { settings } from '../server/config.js';
import { createFolders, start } from './support/cli.js';
import { layOutImage } from './support/image.js';

interface Service {
  readonly image: string;
  readonly build?: string;
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly networks: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck: { readonly test: readonly string[]; readonly retries: number };
}

interface Compose {
  readonly services: Readonly<Record<'hub' | 'mongodb' | 'meilisearch' | 'apertium', Service>>;
  readonly volumes: object;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean } | null>>;
}

/** From the compiled test to the root of the project. */
const read = (name: string): string =>
  readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

const SECRETS = ['MONGO_PASSWORD', 'MEILI_MASTER_KEY'];
const names = Object.keys(settings.shape);

describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const compose = parse(text) as Compose;
  const { mongodb, meilisearch, apertium } = compose.services;
  const hub = { environment: {}, ...compose.services.hub };
  const services = Object.values(compose.services);

  it('runs the hub, MongoDB 8, Meilisearch and Apertium, each pinned', () => {
    expect(Object.keys(compose.services)).toEqual(['hub', 'mongodb', 'meilisearch', 'apertium']);
    expect(hub.build).toBe('.');
    expect(mongodb.image).toMatch(/^mongo:8\.\d+/);
    expect(meilisearch.image).toMatch(/^getmeili\/meilisearch:v1\.50\.\d+$/);
    expect(apertium.build).toBe('docker/apertium');
    expect(read('docker/apertium/Dockerfile')).toMatch(/^FROM debian:bookworm-slim$/m);
  });

  it('starts the hub once the store and the search are healthy, and waits for no translations', () => {
    expect(hub.depends_on).toEqual({
      mongodb: { condition: 'service_healthy' },
      meilisearch: { condition: 'service_healthy' },
    });
    for (const { healthcheck } of services) {
      expect(healthcheck.test[0]).toBe('CMD');
      expect(healthcheck.test.filter((word) => typeof word !== 'string')).toEqual([]);
      expect(healthcheck.retries).toBeGreaterThan(2);
    }
  });

  it('runs MongoDB as a replica set with a key that is made, not shipped', () => {
    const { entrypoint, healthcheck } = mongodb as Service & { entrypoint: readonly string[] };
    const script = entrypoint.at(-1);
    expect(script).toContain('--replSet rs0 --keyFile');
    expect(script).toContain('/dev/urandom');
    expect(healthcheck.test.at(-1)).toContain("rs.initiate({ _id: 'rs0'");
    expect(hub.environment.MONGODB_URI).toMatch(/@mongodb:27017\/saberes\?.*replicaSet=rs0$/);
  });

  it('keeps what the store, its key and the search engine write in named volumes', () => {
    const used = services.flatMap(({ volumes = [] }) => volumes.map((one) => one.split(':')[0]));
    expect(new Set(used)).toEqual(new Set(Object.keys(compose.volumes)));
    expect(mongodb.volumes).toContain('mongodb-data:/data/db');
    expect(meilisearch.volumes).toContain('meilisearch-data:/meili_data');
  });

  it('lets nobody reach anything but the hub', () => {
    expect(hub.ports).toEqual([`\${PORT:-4000}:${hub.environment.PORT}`]);
    for (const service of [mongodb, meilisearch, apertium]) {
      expect(service.ports).toBeUndefined();
      expect(service.networks).toEqual(['services']);
    }
    expect(compose.networks.services?.internal).toBe(true);
  });

  it('holds no secret and asks for each that it needs', () => {
    const values = services.flatMap(({ environment = {} }) => Object.entries(environment));
    const secret = values.filter(([name]) => /PASSWORD|KEY|URI/.test(name));
    // Keys of services that a hub may do without are passed on as they are.
    const needed = secret.filter(([name, value]) => value !== `\${${name}:-}`);
    expect(needed).toHaveLength(4);
    for (const [, value] of needed) expect(String(value)).toMatch(/\$\{[A-Z0-9_]+:\?/);
    const required = [...text.matchAll(/\$\{([A-Z0-9_]+):\?/g)].map(([, name]) => name);
    expect(new Set(required)).toEqual(new Set(SECRETS));
  });

  it('gives the hub settings that exist, and lets the environment decide the rest', () => {
    const given = Object.keys(hub.environment);
    expect(names).toEqual(expect.arrayContaining(given));
    const decidedByImage = ['HOST', 'DATA_DIR', 'MEILI_INDEX'];
    expect(new Set([...given, ...decidedByImage])).toEqual(new Set(names));
    const variables = [...text.matchAll(/(?<!\$)\$\{([A-Z0-9_]+)/g)].map(([, name]) => name);
    expect([...names, ...SECRETS]).toEqual(expect.arrayContaining(variables));
  });
});

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');
  const entries = lines.flatMap((line, at) => {
    const [, name, value] = /^#?([A-Z0-9_]+)=(.*)$/.exec(line) ?? [];
    return name ? [{ name, value, above: lines[at - 1] }] : [];
  });

  it('names every setting, and the secrets of the compose file', () => {
    const named = entries.map(({ name }) => name);
    expect(named).toEqual([...names, ...SECRETS]);
  });

  it('shows each default, and says what the setting means', () => {
    const shown = entries.filter(({ name }) => name in settings.shape);
    const expected = Object.entries(settings.shape).map(([name, field]) => {
      const { data } = field.safeParse(undefined);
      return { name, value: String(data ?? ''), above: `# ${field.description}` };
    });
    expect(shown).toEqual(expected);
  });

  it('gives no secret a value', () => {
    for (const { value } of entries.filter(({ name }) => SECRETS.includes(name))) {
      expect(value).toBe('');
    }
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');
  const [, version] = /^FROM node:(\d+)/m.exec(read('Dockerfile')) ?? [];

  it('builds in one stage and runs in another, not as root', () => {
    expect(lines.filter((line) => line.startsWith('FROM '))).toHaveLength(2);
    expect(Number(version)).toBeGreaterThanOrEqual(22);
    expect(lines.lastIndexOf('USER node')).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith('FROM ')),
    );
    expect(lines.some((line) => line.startsWith('HEALTHCHECK'))).toBe(true);
  });

  it('takes along all that the commands read', async () => {
    const folders = await createFolders();
    const image = folders.path('image');
    const here = { DATA_DIR: folders.path('data') };
    try {
      await layOutImage(image);
      const program = join(image, 'bin', 'saberes.js');

      expect(await start(['seed'], here, '', program).ended).toMatchObject({ code: 0 });
      const found = await start(['search', 'ACPI'], here, '', program).ended;
      expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining('apci-') });
    } finally {
      await folders.remove();
    }
  });
});
