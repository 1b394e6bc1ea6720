import { z } from 'zod';
import { KnowledgeKind } from '../../schema/knowledge-enums.js';
import { DEFAULT_LOCALE, Locale } from '../locale.js';

const code = z.string().trim().min(1).max(80);
const language = z
  .enum(Locale)
  .default(DEFAULT_LOCALE)
  .describe(
    'Language of texts and names. A record that lacks it comes in the best language it has; shownIn tells which.',
  );

/** What the tools take; a client sees it as JSON Schema. */
export const SEARCH_INPUT = {
  query: z
    .string()
    .max(500)
    .default('')
    .describe(
      'Words or a whole question in Spanish, English, Portuguese or French. Empty: everything that passes the filters, newest first.',
    ),
  countries: z
    .array(z.string().trim().toUpperCase().length(2))
    .max(33)
    .optional()
    .describe('ISO 3166 codes of two letters; any of them.'),
  themes: z
    .array(code)
    .max(20)
    .optional()
    .describe('Codes as list_themes gives them; any of them.'),
  challenges: z
    .array(code)
    .max(25)
    .optional()
    .describe('Codes as list_challenges gives them; any of them.'),
  kinds: z.array(z.enum(KnowledgeKind)).max(4).optional().describe('Any of these kinds.'),
  limit: z.number().int().min(1).max(20).default(10).describe('How many records at most.'),
  after: z
    .string()
    .max(1_000)
    .optional()
    .describe('endCursor of the answer before, for the records that follow.'),
  language,
} as const;

export const RECORD_INPUT = {
  slug: z.string().trim().min(1).max(200).describe('As search_experiences gives it.'),
  language,
} as const;

export const LIST_INPUT = { language } as const;
