import { KnowledgeKind } from '../../schema/knowledge-enums.js';
import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { problem } from '../errors.js';
import type { StoredContent } from '../knowledge/knowledge.document.js';
import { LOCALES } from '../locale.js';
import type { Prose } from './content-texts.js';

/** What a record of each kind cannot do without. */
const NEEDED: Readonly<Record<KnowledgeKind, readonly Prose[]>> = {
  [KnowledgeKind.LESSON_LEARNED]: ['lesson'],
  [KnowledgeKind.CASE_STUDY]: ['context', 'approach'],
  [KnowledgeKind.BEST_PRACTICE]: ['problem', 'approach'],
  [KnowledgeKind.PROTOCOL]: ['purpose'],
};

const missing = (field: string, message: string): Problem =>
  problem(ProblemCode.INCOMPLETE, message, field);

/** What has to be added before a record can be submitted; empty when nothing has. */
export function missingParts(kind: KnowledgeKind, content: StoredContent): readonly Problem[] {
  const { originalLocale, texts, themes, steps = [] } = content;
  const original = texts[originalLocale];
  const needed: readonly Prose[] = ['title', 'summary', ...NEEDED[kind]];
  const lacking = needed
    .filter((field) => !original?.[field]?.length)
    .map((field) => missing(`texts.${originalLocale}.${field}`, `Write the ${field}.`));
  const isBare = kind === KnowledgeKind.PROTOCOL && steps.length === 0 && !original?.body;
  return [
    ...lacking,
    ...(themes.length === 0 ? [missing('themes', 'Choose at least one thematic area.')] : []),
    ...(isBare ? [missing('steps', 'Add the steps, or a body that tells them.')] : []),
    ...unfinishedTranslations(content),
  ];
}

function unfinishedTranslations({ originalLocale, texts }: StoredContent): readonly Problem[] {
  return LOCALES.filter((locale) => locale !== originalLocale).flatMap((locale) => {
    const own = texts[locale];
    if (!own) return [];
    return (['title', 'summary'] as const)
      .filter((field) => !own[field])
      .map((field) =>
        missing(`texts.${locale}.${field}`, `Translate the ${field}, or take the translation out.`),
      );
  });
}
