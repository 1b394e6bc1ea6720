import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig, settings } from '../server/config.js';

const messageFor = (env: NodeJS.ProcessEnv): string => {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('These settings were taken.');
};

describe('The settings', () => {
  it('need nothing to be set', () => {
    expect(readConfig({})).toMatchObject({
      PORT: 4000,
      HOST: '0.0.0.0',
      DATA_DIR: '.data',
      SEED: 'auto',
      LOG_LEVEL: 'info',
    });
    expect(readConfig({}).MONGODB_URI).toBeUndefined();
    expect(readConfig({}).MEILI_URL).toBeUndefined();
  });

  it('take numbers as they are written in an environment', () => {
    expect(readConfig({ PORT: '8080', MAX_DEPTH: '7' })).toMatchObject({
      PORT: 8080,
      MAX_DEPTH: 7,
    });
  });

  it('take an empty value for none', () => {
    const config = readConfig({ PORT: '', MONGODB_URI: '', MEILI_URL: '', SEED: '' });

    expect(config).toEqual(readConfig({}));
  });

  it('prefer the environment to defaults of a command', () => {
    const defaults = { LOG_LEVEL: 'silent', PORT: 1 } as const;

    expect(readConfig({ PORT: '2' }, defaults)).toMatchObject({ LOG_LEVEL: 'silent', PORT: 2 });
  });

  it('leave alone what is not theirs', () => {
    expect(readConfig({ HOME: '/home/ada', PATH: '/bin' })).toEqual(readConfig({}));
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  it('are all described', () => {
    const silent = Object.entries(settings.shape)
      .filter(([, setting]) => !setting.description)
      .map(([name]) => name);

    expect(Object.keys(settings.shape).length).toBeGreaterThan(15);
    expect(silent).toEqual([]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', 'http'],
    ['PORT', '40.5'],
    ['PUBLIC_URL', 'saberes.example'],
    ['PUBLIC_URL', 'javascript:alert(1)'],
    ['MONGODB_URI', 'localhost:27017'],
    ['MONGODB_URI', 'postgres://db/saberes'],
    ['MEILI_URL', 'search:7700'],
    ['MEILI_INDEX', 'items/../keys'],
    ['SEED', 'sometimes'],
    ['LOG_LEVEL', 'loud'],
    ['MAX_BODY_BYTES', '0'],
    ['MAX_DEPTH', '-3'],
    ['OPERATION_TIMEOUT_MS', 'soon'],
    ['ANSWERS_CACHE_MB', '-1'],
    ['TRANSLATE_URL', 'translate:5000'],
    ['TRANSLATE_KIND', 'babel'],
    ['TRANSLATE_TIMEOUT_MS', '0'],
  ])('refuse %s=%s and say what it is for', (name, value) => {
    const message = messageFor({ [name]: value });

    const meaning = settings.shape[name as keyof typeof settings.shape].description ?? '';
    expect(message.split('\n')).toHaveLength(2);
    expect(message).toContain(`  ${name}: `);
    expect(message).toContain(meaning);
  });

  it('name all that is wrong at once, one line each', () => {
    const message = messageFor({ PORT: 'x', SEED: 'y', MAX_COST: 'z' });

    const [title, ...lines] = message.split('\n');
    expect(title).toBe('The hub cannot start with these settings:');
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual(['PORT', 'SEED', 'MAX_COST']);
  });

  it('never repeat a secret that came with a mistake', () => {
    const message = messageFor({ MONGODB_URI: 'mongo://ada:secret@db/saberes', PORT: 'x' });

    expect(message).not.toContain('secret');
  });
});
