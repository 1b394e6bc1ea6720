import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LOCALES, Locale } from '../../server/locale.js';
import type { TranslationService } from '../../server/translation/translation-service.js';

export interface StartedTranslation {
  readonly service: TranslationService;
  readonly stop: () => Promise<void>;
}

const SAID: Readonly<Record<Locale, string>> = {
  es: 'La casa es grande.',
  en: 'The house is big.',
  pt: 'A casa é grande.',
  fr: 'La maison est grande.',
};
const HOUSE: Readonly<Record<Locale, RegExp>> = {
  es: /casa/i,
  en: /house/i,
  pt: /casa/i,
  fr: /maison/i,
};
const PAIRS = LOCALES.flatMap((from) =>
  LOCALES.filter((to) => to !== from).map((to) => [from, to] as const),
);

/** What every translation service of the hub has to do, whatever it runs on. */
export function describeTranslationContract(
  name: string,
  start: () => Promise<StartedTranslation>,
) {
  describe(`translation: ${name}`, () => {
    let started: StartedTranslation;
    beforeAll(async () => {
      started = await start();
    });
    afterAll(() => started.stop());

    const translated = async (text: string, from = Locale.ES, to = Locale.EN) =>
      (await started.service.translate([text], from, to))[0] ?? '';

    it.each(PAIRS)('from %s to %s', async (from, to) => {
      expect(await translated(SAID[from], from, to)).toMatch(HOUSE[to]);
    });

    it('gives one text for each, in their order', async () => {
      const texts = ['La casa', '', 'El agua', '   ', '2020', 'La salud'];
      const [house, none, water, blank, year, health] = await started.service.translate(
        texts,
        Locale.ES,
        Locale.EN,
      );
      expect([none, blank, year]).toEqual(['', '   ', '2020']);
      expect(house).toMatch(/house/i);
      expect(water).toMatch(/water/i);
      expect(health).toMatch(/health/i);
    });

    it('leaves texts alone that are in the language already', async () => {
      expect(await translated(SAID.es, Locale.ES, Locale.ES)).toBe(SAID.es);
    });

    it('keeps marks, links, code and numbers', async () => {
      const text = [
        '## La gestión del riesgo',
        '',
        'La **casa** es [grande](https://example.org/es/casa?a=1&b=2 "casa") y tiene `casa` de 1.234,5 m.',
        '',
        '- El agua, 25 %',
        '- La *salud* <b>buena</b>, https://example.org/agua',
        '',
        '```',
        'casa = "agua"',
        '```',
        '',
        '1. Escribe a casa@example.org & vuelve',
      ].join('\n');
      for (const to of [Locale.EN, Locale.FR, Locale.PT]) {
        const result = await translated(text, Locale.ES, to);
        const lines = result.split('\n');
        expect(lines).toHaveLength(12);
        expect(lines[0]).toMatch(/^## \S/);
        expect(lines[2]).toMatch(/\*\*\p{L}+\*\*/u);
        expect(lines[2]).toContain('](https://example.org/es/casa?a=1&b=2 "casa")');
        expect(lines[2]).toContain('`casa`');
        expect(lines[2]).toContain('1.234,5');
        expect(lines[4]).toMatch(/^- .*25 ?%/);
        expect(lines[5]).toMatch(/^- .*\*\p{L}+\* ?<b>.*<\/b>.*https:\/\/example\.org\/agua$/u);
        expect(lines.slice(7, 10)).toEqual(['```', 'casa = "agua"', '```']);
        expect(lines[11]).toMatch(/^1\. .*casa@example\.org & /);
      }
    });

    it('leaves words that it does not know as they are, without a mark of its own', async () => {
      const result = await translated('La xyzzyología es grande.', Locale.ES, Locale.EN);
      expect(result).toContain('xyzzyología');
      const there = await translated('The xyzzyology is big.', Locale.EN, Locale.FR);
      expect(there).toContain('xyzzyology');
      for (const text of [result, there]) expect(text).not.toMatch(/[*#@]/);
    });

    it('keeps what would mean something to it', async () => {
      const text = 'La casa ^grande$ @casa #casa *casa {casa} [casa] \\casa/ ~casa | <casa> & casa';
      const result = await translated(text, Locale.ES, Locale.PT);
      const marks = (whole: string) => whole.match(/[\^@#*{}[\]\\~|<>&]/g);
      expect(marks(result)).toEqual(marks(text));
    });

    it('takes texts that are longer than a request, whole', async () => {
      const sentences = Array.from({ length: 300 }, (_, at) => `La casa ${at} es grande.`);
      const one = await translated(sentences.join(' '));
      expect(one.match(/house/gi)).toHaveLength(300);
      expect(one.match(/\d+/g)).toEqual(sentences.map((_, at) => String(at)));
      const paragraphs = await translated(sentences.join('\n\n'));
      expect(paragraphs.split('\n\n')).toHaveLength(300);
      expect(await translated('palabra'.repeat(2_000))).toBe('palabra'.repeat(2_000));
    }, 60_000);

    it('takes whatever somebody writes', async () => {
      const odd = [
        '\u0000',
        '🙂 𝒳',
        'e\u0301tude',
        '\u202e',
        '<p>casa</p>',
        '</p><p>',
        '&amp; &nbsp;',
      ];
      const result = await started.service.translate(odd, Locale.ES, Locale.EN);
      expect(result).toHaveLength(odd.length);
      expect(result[1]).toContain('🙂');
      expect(result[4]).toMatch(/^<p>\p{L}+<\/p>$/u);
      expect(result[5]).toBe('</p><p>');
    });

    it('stops when nobody waits any more', async () => {
      const stopped = AbortSignal.abort(new Error('Nobody waits.'));
      await expect(
        started.service.translate([SAID.es], Locale.ES, Locale.EN, stopped),
      ).rejects.toThrow('Nobody waits.');
    });
  });
}
