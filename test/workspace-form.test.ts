import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { changedWords } from '../web/workspace/changed-words.js';
import { changeRows, rowsIn, withRows } from '../web/workspace/form-rows.js';
import { readForm, tidyForm, toForm } from '../web/workspace/record-form.js';

const CONTENT = {
  originalLocale: 'ES',
  texts: [{ locale: 'ES', title: 'Uno', summary: 'Dos', purpose: 'Tres', body: 'a\n\nb' }],
  countries: ['GT', 'MX'],
  actors: [{ role: 'PUBLISHER', actor: 'act_x' }],
  themes: ['health'],
  challenges: [],
  stages: ['RESPONSE'],
  hazards: [],
  sdgs: ['3.8'],
  modality: null,
  evidence: 'STATED',
  event: null,
  sources: [{ title: 'Acta', url: null, locator: 'p. 3', language: 'ES' }],
  rights: 'OPEN',
  verifiedAt: null,
  reviewBy: '2030-01-31',
  results: [],
  startDate: null,
  endDate: null,
  stillRunning: null,
  level: null,
  nature: null,
  inForceFrom: null,
  steps: [
    {
      stage: null,
      texts: [
        { locale: 'ES', text: 'Avisar', responsible: null, tool: null, timeLimit: null },
        { locale: 'PT', text: 'Avisar também', responsible: null, tool: null, timeLimit: null },
      ],
    },
  ],
} as unknown as Parameters<typeof toForm>[0];

describe('A form of the editor', () => {
  it('says again what the content said, in the original and in other languages', () => {
    const form = toForm(CONTENT, 'PROTOCOL', 'ES', (id) => `Name of ${id}`);

    const { content, faults } = readForm(tidyForm(form, 'PROTOCOL'), 'PROTOCOL', (label) =>
      label.replace('Name of ', ''),
    );

    expect(faults).toEqual([]);
    expect(content).toMatchObject({
      originalLocale: 'ES',
      countries: ['GT', 'MX'],
      themes: ['health'],
      sdgs: ['3.8'],
      stages: ['RESPONSE'],
      actors: CONTENT.actors,
      sources: CONTENT.sources,
      steps: CONTENT.steps,
      reviewBy: '2030-01-31',
      texts: [{ title: 'Uno', summary: 'Dos', purpose: 'Tres', body: 'a\n\nb', scope: null }],
    });
  });

  it.each(['2026-02-31', '2025-02-29', '2026-13-01', '2026-1-1', 'ayer'])(
    'takes days of the calendar alone: not %s',
    (day) => {
      const said = (verifiedAt: string) => {
        const form = tidyForm(new URLSearchParams({ locale: 'ES', verifiedAt }), 'PROTOCOL');
        return readForm(form, 'PROTOCOL', () => undefined).faults;
      };

      expect(said(day)).toEqual([{ code: 'BAD_DATE', field: 'verifiedAt' }]);
      expect(said('2024-02-29')).toEqual([]);
    },
  );

  it('keeps every row through any order of adding, moving and taking out', () => {
    const change = fc.tuple(
      fc.constantFrom('add', 'remove', 'up', 'down', 'sideways'),
      fc.integer({ min: -2, max: 9 }),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
        const start = Array.from({ length: 4 }, (_none, at) => ({ text: String(at) }));
        let form = withRows(new URLSearchParams([['title', 'x']]), 'steps', start);
        for (const [what, place] of changes) {
          const before = rowsIn(form, 'steps').map(({ text }) => text);
          form = changeRows(form, `${what}:steps:${place}`)?.form ?? form;
          const after = rowsIn(form, 'steps').map(({ text }) => text);
          const difference = after.length - before.length;
          expect(difference).toBe(what === 'add' ? 1 : Math.min(difference, 0));
          const [fewer, more] = difference < 0 ? [after, before] : [before, after];
          expect(more).toEqual(expect.arrayContaining(fewer));
        }
        expect(form.get('title')).toBe('x');
      }),
    );
  });
});

describe('The words that changed', () => {
  it('make up both texts again, whatever these are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const { start, removed, added, end } = changedWords(before, after);
        expect([start + removed + end, start + added + end]).toEqual([before, after]);
      }),
    );
  });
});
