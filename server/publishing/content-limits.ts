import { z } from 'zod';
import { ProblemCode } from '../../schema/problem-code.js';
import type { RecordContent } from '../../schema/record-content.js';
import { HubProblems, problem } from '../errors.js';
import { isReadable, UNREADABLE } from './readable-text.js';

const LONGEST_PROSE = 10_000;
const LONGEST_LINE = 500;

const readable = (most: number) =>
  z
    .string()
    .max(most, `At most ${most.toLocaleString('en')} characters.`)
    .refine(isReadable, { message: UNREADABLE });

const prose = readable(LONGEST_PROSE).nullish();
const line = readable(LONGEST_LINE).nullish();
const atMost = <T extends z.ZodType>(most: number, part: T) =>
  z.array(part).max(most, `At most ${most}.`).nullish();
const points = atMost(20, readable(LONGEST_LINE));
const codes = (most: number) => atMost(most, z.string().max(100));
const webAddress = z
  .url({ protocol: /^https?$/, error: 'Has to be an http or https address.' })
  .max(2_000)
  .nullish();

const texts = z.looseObject({
  title: readable(200).nullish(),
  summary: readable(1_500).nullish(),
  body: readable(50_000).nullish(),
  context: prose,
  approach: prose,
  problem: prose,
  enablers: points,
  obstacles: points,
  replicability: prose,
  observation: prose,
  lesson: prose,
  recommendation: prose,
  purpose: prose,
  scope: prose,
  legalBasis: prose,
  edition: line,
  changeNote: prose,
});

const source = z.looseObject({ title: readable(LONGEST_LINE), url: webAddress, locator: line });
const result = z.looseObject({
  texts: z.array(z.looseObject({ indicator: readable(LONGEST_LINE), unit: line })).max(4),
  baseline: line,
  value: readable(LONGEST_LINE),
  source: line,
});
const step = z.looseObject({
  texts: z
    .array(z.looseObject({ text: readable(2_000), responsible: line, tool: line, timeLimit: line }))
    .max(4),
});

/** How much a record may hold; what the types of the input say is not said again. */
const limits = z.looseObject({
  texts: atMost(4, texts),
  countries: codes(40),
  actors: atMost(40, z.looseObject({ actor: z.string().max(100) })),
  themes: codes(10),
  challenges: codes(25),
  stages: codes(6),
  hazards: codes(25),
  sdgs: codes(30),
  event: z.string().max(100).nullish(),
  sources: atMost(30, source),
  results: atMost(30, result),
  steps: atMost(100, step),
});

/** Throws `HubProblems` that name each field which is too long or cannot be shown. */
export function checkLimits(input: RecordContent): void {
  const { error } = limits.safeParse(input);
  if (!error) return;
  throw new HubProblems(
    error.issues.map(({ path, message }) =>
      problem(ProblemCode.INVALID, message, fieldOf(path, input)),
    ),
  );
}

/** Texts are named by their language: `texts.es.title`. */
function fieldOf(path: readonly PropertyKey[], input: RecordContent): string {
  const named = path.map((part, index) => {
    const isLanguage = index === 1 && path[0] === 'texts';
    return isLanguage ? (input.texts?.[Number(part)]?.locale ?? part) : part;
  });
  return named.map(String).join('.');
}
