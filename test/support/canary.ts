import { ActorRole } from '../../schema/actor-enums.js';
import type { RecordTexts } from '../../schema/record-content.js';
import { LOCALES } from '../../server/locale.js';
import type { MoreContent } from './record-stages.js';

/** Begins every word that nobody outside may come to see. */
export const CANARY = 'zyxcanary';

/** Finds the canaries by all that search forgives, and does not hold the word itself. */
export const NEARLY = 'zyxcanari';

export const holdsCanary = (text: string): boolean => text.toLowerCase().includes(CANARY);

const PROSE = [
  'summary',
  'body',
  'context',
  'approach',
  'problem',
  'replicability',
  'observation',
  'lesson',
  'recommendation',
  'purpose',
  'scope',
  'legalBasis',
  'edition',
  'changeNote',
] as const;

/** A word in every field that takes words, in every language. */
export function contentOfCanaries({
  title = `${CANARY}title`,
  actor,
}: {
  readonly title?: string;
  readonly actor?: string;
} = {}): MoreContent {
  const word = (name: string) => `${CANARY}${name}`;
  const texts = LOCALES.map((locale) => ({
    locale,
    title,
    ...Object.fromEntries(PROSE.map((field) => [field, word(`${field}${locale}`)])),
    enablers: [word('enabler')],
    obstacles: [word('obstacle')],
  })) as RecordTexts[];
  const inEach = <T>(parts: T) => LOCALES.map((locale) => ({ locale, ...parts }));
  return {
    texts,
    sources: [
      { title: word('source'), url: `https://example.org/${CANARY}`, locator: word('page') },
    ] as never,
    results: [
      {
        texts: inEach({ indicator: word('indicator'), unit: word('unit') }),
        value: word('value'),
        baseline: word('baseline'),
        source: word('figures'),
      },
    ] as never,
    steps: [
      {
        texts: inEach({
          text: word('step'),
          responsible: word('role'),
          tool: word('tool'),
          timeLimit: word('limit'),
        }),
      },
    ] as never,
    countries: ['DM'],
    challenges: ['H1'],
    ...(actor ? { actors: [{ role: ActorRole.AUTHOR, actor }] } : {}),
  };
}
