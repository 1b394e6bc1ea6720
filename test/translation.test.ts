import 'reflect-metadata';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { translationChecks } from '../cli/doctor/translation-check.js';
import { readConfig } from '../server/config.js';
import { type ErrorCode, HubError } from '../server/errors.js';
import { Locale } from '../server/locale.js';
import { createTranslationService } from '../server/translation/create-translation-service.js';
import { HubTranslation } from '../server/translation/hub-translation.js';
import {
  type TranslationService,
  TranslationUnavailable,
} from '../server/translation/translation-service.js';
import { describeTranslationContract } from './contracts/translation.contract.js';
import { apertiumUrl } from './support/apertium.js';
import { startLibreTranslate } from './support/libre-translate.js';

const texts = {
  title: 'La casa',
  summary: 'El agua es **buena**.',
  enablers: ['La salud', 'El agua'],
  obstacles: [],
};

const KINDS = ['apertium', 'libretranslate'] as const;

const serviceFor = (env: NodeJS.ProcessEnv): TranslationService => {
  const service = createTranslationService(readConfig(env));
  if (!service) throw new Error('These settings name no translation service.');
  return service;
};

if (apertiumUrl) {
  const url = apertiumUrl;
  describeTranslationContract('Apertium', async () => ({
    service: serviceFor({ TRANSLATE_URL: url }),
    stop: async () => {},
  }));

  describeTranslationContract('LibreTranslate', async () => {
    const libre = await startLibreTranslate(url);
    const service = serviceFor({
      TRANSLATE_URL: `${libre.url}/`,
      TRANSLATE_KIND: 'libretranslate',
      TRANSLATE_API_KEY: libre.apiKey,
    });
    return { service, stop: libre.stop };
  });

  describe('Drafts by Apertium', () => {
    it('hold every text of the record, lists too', async () => {
      const translation = new HubTranslation(serviceFor({ TRANSLATE_URL: url }));
      expect(await translation.draftTexts(texts, Locale.ES, Locale.EN)).toEqual({
        title: expect.stringMatching(/house/i),
        summary: expect.stringMatching(/water is \*\*\w+\*\*\.$/i),
        enablers: [expect.stringMatching(/health/i), expect.stringMatching(/water/i)],
        obstacles: [],
      });
    });
  });
}

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const listen = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const codeOf = async (work: Promise<unknown>): Promise<ErrorCode | string> => {
  const error = await work.then(
    () => new Error('It was answered.'),
    (reason: unknown) => reason as Error,
  );
  return error instanceof HubError ? error.code : error.message;
};

describe.each(KINDS)('A translation service that fails (%s)', (kind) => {
  const serviceOn = (url: string, timeoutMs = 60_000) =>
    serviceFor({
      TRANSLATE_URL: url,
      TRANSLATE_KIND: kind,
      TRANSLATE_API_KEY: 'secret-key',
      TRANSLATE_TIMEOUT_MS: String(timeoutMs),
    });
  const ask = (service: TranslationService, signal?: AbortSignal) =>
    service.translate(['La casa'], Locale.ES, Locale.EN, signal);

  it('is unavailable where nothing listens', async () => {
    await expect(ask(serviceOn('http://127.0.0.1:1'))).rejects.toThrow(TranslationUnavailable);
  });

  it('is unavailable when it is too slow', async () => {
    const service = serviceOn(await listen(() => {}), 100);
    await expect(ask(service)).rejects.toThrow('does not answer in time');
  });

  it.each<[string, RequestListener]>([
    ['is broken', (_, response) => response.writeHead(503).end('{"error":"secret-key La casa"}')],
    ['refuses the key', (_, response) => response.writeHead(403).end('{"error":"secret-key"}')],
    ['answers in words', (_, response) => response.end('<h1>It works!</h1>')],
    ['answers with something else', (_, response) => response.end('{"translatedText":{}}')],
    ['answers without end', (_, response) => response.end(`["${'x'.repeat(2 ** 21)}"]`)],
    ['sends elsewhere', (_, response) => response.writeHead(302, { location: '/' }).end()],
    [
      'answers for fewer texts',
      (_, response) => response.end('{"translatedText":[],"responseData":{"translatedText":""}}'),
    ],
  ])('is unavailable when it %s, and keeps text and key to itself', async (_what, listener) => {
    const error = await ask(serviceOn(await listen(listener))).catch((reason: Error) => reason);
    expect(error).toBeInstanceOf(TranslationUnavailable);
    expect(String((error as Error).message)).not.toMatch(/secret-key|La casa/);
  });

  it('is left when nobody waits any more', async () => {
    const giveUp = new AbortController();
    const work = ask(
      serviceOn(await listen(() => giveUp.abort(new Error('Nobody waits.')))),
      giveUp.signal,
    );
    await expect(work).rejects.toThrow('Nobody waits.');
  });

  it('is asked for little at a time', async () => {
    let [open, most] = [0, 0];
    const url = await listen((_, response) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        response.writeHead(503).end();
      }, 20);
    });
    const service = serviceOn(url);
    await Promise.allSettled(Array.from({ length: 10 }, () => ask(service)));
    expect(most).toBe(2);
  });
});

describe('A server that loses what it should leave alone', () => {
  it('is asked for the pieces one by one', async () => {
    const asked: (readonly string[])[] = [];
    const url = await listen((request, response) => {
      request.on('data', (body: Buffer) => {
        const { q } = JSON.parse(body.toString()) as { q: readonly string[] };
        asked.push(q);
        const translatedText = q.map((text) => text.replaceAll(/<[^>]*>/g, '').toUpperCase());
        response.end(JSON.stringify({ translatedText }));
      });
    });
    const service = serviceFor({ TRANSLATE_URL: url, TRANSLATE_KIND: 'libretranslate' });
    const lines = ['La **casa** es [grande](https://a.b/c).', 'Agua y sal'];
    const translated = await service.translate(lines, Locale.ES, Locale.EN);
    expect(translated).toEqual(['LA **CASA** ES [GRANDE](https://a.b/c).', 'AGUA Y SAL']);
    expect(asked).toHaveLength(2);
  });
});

describe('saberes doctor', () => {
  const check = (env: NodeJS.ProcessEnv) => translationChecks(readConfig(env));

  it('says nothing of a service that nobody wants', async () => {
    expect(await check({})).toEqual([]);
  });

  it('says whether the service answers, which is no fault of the hub', async () => {
    const url = await listen((_, response) => {
      response.end(JSON.stringify({ responseData: { translatedText: '<p>water</p>' } }));
    });
    expect(await check({ TRANSLATE_URL: url })).toEqual([
      { name: 'Translation', status: 'ok', found: 'apertium answers: "agua" is "water"' },
    ]);
    const away = { TRANSLATE_URL: 'http://127.0.0.1:1', TRANSLATE_KIND: 'libretranslate' };
    expect(await check(away)).toMatchObject([
      { status: 'note', found: 'libretranslate: The translation service does not answer.' },
    ]);
  });
});

describe('Drafts of translations', () => {
  it('are refused with a reason when there is no service', async () => {
    const translation = new HubTranslation(createTranslationService(readConfig({})));
    expect(translation.isOn).toBe(false);
    const code = await codeOf(translation.draftTexts(texts, Locale.ES, Locale.EN));
    expect(code).toBe('TRANSLATION_OFF');
  });

  it('say that the service is away when it is', async () => {
    const translation = new HubTranslation(serviceFor({ TRANSLATE_URL: 'http://127.0.0.1:1' }));
    const code = await codeOf(translation.draftTexts(texts, Locale.ES, Locale.EN));
    expect(code).toBe('TRANSLATION_UNAVAILABLE');
  });

  it('leave the reason of those who gave up as it is', async () => {
    const translation = new HubTranslation(
      serviceFor({ TRANSLATE_URL: await listen(() => giveUp.abort(new Error('Too late.'))) }),
    );
    const giveUp = new AbortController();
    const work = translation.draftTexts(texts, Locale.ES, Locale.EN, giveUp.signal);
    expect(await codeOf(work)).toBe('Too late.');
  });
});
