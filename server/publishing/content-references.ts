import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import type { RecordContent } from '../../schema/record-content.js';
import { HubProblems, problem } from '../errors.js';
import { DEFAULT_LOCALE } from '../locale.js';
import type { Reference } from '../reference/reference.js';

const SHOWN = 60;

/** Throws `HubProblems` that name each code or id that the hub does not know. */
export function checkReferences(input: RecordContent, reference: Reference): void {
  const known = reference.in(DEFAULT_LOCALE);
  const problems = [
    ...unknown('countries', input.countries, known.countries),
    ...unknown('themes', input.themes, known.themes),
    ...unknown('challenges', input.challenges, known.challenges),
    ...unknown('hazards', input.hazards, known.hazards),
    ...unknown('sdgs', input.sdgs, known.sdgs),
    ...unknown(
      'actors',
      input.actors?.map(({ actor }) => actor),
      known.actors,
    ),
    ...unknown('event', input.event ? [input.event] : [], known.events),
  ];
  if (problems.length > 0) throw new HubProblems(problems);
}

function unknown(
  field: string,
  given: readonly string[] | null | undefined,
  known: ReadonlyMap<string, unknown>,
): readonly Problem[] {
  return (given ?? [])
    .filter((code) => !known.has(code))
    .map((code) =>
      problem(ProblemCode.INVALID, `The hub does not know "${code.slice(0, SHOWN)}".`, field),
    );
}
