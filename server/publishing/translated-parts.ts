import type { StoredContent, StoredResult, StoredStep } from '../knowledge/knowledge.document.js';
import type { Locale, LocalizedText } from '../locale.js';
import type { HubTranslation } from '../translation/hub-translation.js';

type Parts = Pick<StoredContent, 'steps' | 'results' | 'edition'>;

/** Steps, results and the edition's label with a machine's translation beside the original. */
export async function translatedParts(
  { steps, results, edition }: Parts,
  from: Locale,
  to: Locale,
  translator: Pick<HubTranslation, 'translate'>,
): Promise<Parts> {
  const asked = new Set<string>();
  const each = (change: Change): Parts => ({
    ...(steps ? { steps: steps.map((step) => inStep(step, change)) } : {}),
    ...(results ? { results: results.map((result) => inResult(result, change)) } : {}),
    ...(edition ? { edition: change(edition) } : {}),
  });
  each((text) => {
    if (text[from]) asked.add(text[from]);
    return text;
  });
  if (asked.size === 0) return {};
  const originals = [...asked];
  const answers = await translator.translate(originals, from, to);
  const translations = new Map(originals.map((text, index) => [text, answers[index]]));
  return each((text) => {
    const translation = translations.get(text[from] ?? '');
    return translation ? { ...text, [to]: translation } : text;
  });
}

type Change = (text: LocalizedText) => LocalizedText;

const inStep = ({ text, responsible, tool, timeLimit, ...step }: StoredStep, change: Change) => ({
  ...step,
  text: change(text),
  ...(responsible ? { responsible: change(responsible) } : {}),
  ...(tool ? { tool: change(tool) } : {}),
  ...(timeLimit ? { timeLimit: change(timeLimit) } : {}),
});

const inResult = ({ indicator, unit, ...result }: StoredResult, change: Change) => ({
  ...result,
  indicator: change(indicator),
  ...(unit ? { unit: change(unit) } : {}),
});
