import type { PageContext } from '../page-context.js';
import type { TextKey } from '../texts/texts.js';
import type { Choices } from './choices.js';

/** Fields whose values the texts of the interface have names for, and the family of these. */
const ENUMS: Readonly<Record<string, string>> = {
  modality: 'modality',
  evidence: 'evidence',
  rights: 'rights',
  level: 'level',
  nature: 'nature',
  stages: 'stage',
};
const CODES: ReadonlySet<string> = new Set([
  'themes',
  'countries',
  'challenges',
  'hazards',
  'sdgs',
  'event',
]);
const DAYS: ReadonlySet<string> = new Set([
  'verifiedAt',
  'reviewBy',
  'startDate',
  'endDate',
  'inForceFrom',
]);

/** One value of a comparison as people read it: names in place of codes, parts in place of JSON. */
export function readable(
  context: PageContext,
  choices: Choices,
  field: string,
  value: string,
): string {
  const { t, texts } = context;
  const family = ENUMS[field];
  if (family) return t(`${family}.${value}` as TextKey);
  if (CODES.has(field)) return choices.nameOf(field, value);
  if (DAYS.has(field) && !Number.isNaN(Date.parse(value))) return texts.day(value);
  if (field === 'originalLocale') return texts.languageName(value);
  if (field === 'stillRunning') return t(value === 'true' ? 'running.yes' : 'running.no');
  return partsOf(context, choices, value) ?? value;
}

/** A row of a list: an actor with its role, or whatever its fields say. */
function partsOf({ t }: PageContext, choices: Choices, json: string): string | null {
  if (!json.startsWith('{')) return null;
  try {
    const row = JSON.parse(json) as Record<string, unknown>;
    if (typeof row.actor === 'string')
      return `${choices.actorName(row.actor)} · ${t(`role.${asWord(row.role)}` as TextKey)}`;
    const stage = row.stage ? [t(`stage.${asWord(row.stage)}` as TextKey)] : [];
    const { stage: _named, texts, ...rest } = row;
    const said = [...wordsIn(texts), ...wordsIn(rest)];
    return [...stage, ...said].join(' · ');
  } catch {
    return null;
  }
}

const asWord = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every text in it, with the code of its language before it where there are several. */
function wordsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  const { locale, language, ...rest } = value as Record<string, unknown>;
  const words = Object.values(rest).flatMap(wordsIn);
  const code = locale ?? language;
  return typeof code === 'string' && words.length > 0 ? [`${code}: ${words.join(' · ')}`] : words;
}
