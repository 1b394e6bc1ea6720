import type { Stage } from '../../schema/knowledge-enums.js';
import type { RecordResult, RecordSource, RecordStep } from '../../schema/record-parts.js';
import type { Locale } from '../locale.js';
import { toParts } from './cell-lines.js';
import { missingValue, toCode, toWebAddress } from './cell-values.js';
import type { Vocabulary } from './vocabulary.js';

/** `indicator | value | unit | value before | source` */
export function toResult(line: string, locale: Locale): RecordResult {
  const [indicator, value, unit, baseline, source] = filled(line);
  if (!indicator || !value) throw missingValue(`indicator or value in “${line.slice(0, 60)}”`);
  return { texts: [{ locale, indicator, unit: unit ?? null }], value, baseline, source };
}

/** `what is done | who | with what | until when | stage` */
export function toStep(line: string, locale: Locale, vocabulary: Vocabulary): RecordStep {
  const [text, responsible, tool, timeLimit, stage] = filled(line);
  if (!text) throw missingValue(`text in the step “${line.slice(0, 60)}”`);
  return {
    stage: stage ? (toCode(vocabulary, 'stage', stage) as Stage) : null,
    texts: [{ locale, text, responsible, tool, timeLimit }],
  };
}

/** `title | address | place in the source | language` */
export function toSource(line: string, vocabulary: Vocabulary): RecordSource {
  const [title, url, locator, language] = filled(line);
  if (!title) throw missingValue(`title in the source “${line.slice(0, 60)}”`);
  return {
    title,
    url: url ? toWebAddress(url) : null,
    locator: locator ?? null,
    language: language ? (toCode(vocabulary, 'language', language) as Locale) : null,
  };
}

/** Parts that are empty are none. */
const filled = (line: string): readonly (string | null)[] =>
  toParts(line).map((part) => part || null);
