import type { MiddlewareFn } from 'type-graphql';
import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { HubError, HubProblems, problem } from '../errors.js';
import type { HubContext } from './context.js';

const CODES = new Set<string>(Object.values(ProblemCode));

/** Makes expected failures of a mutation the `problems` of its payload; all others stay errors. */
export const ReturnProblems: MiddlewareFn<HubContext> = async ({ context, info }, next) => {
  try {
    return { problems: [], ...((await next()) as object) };
  } catch (error) {
    const problems = problemsOf(error);
    if (!problems) throw error;
    if (problems.some(({ code }) => code === ProblemCode.FORBIDDEN)) {
      await context.noteRefusal(info.fieldName, ProblemCode.FORBIDDEN);
    }
    return { problems };
  }
};

function problemsOf(error: unknown): readonly Problem[] | null {
  if (error instanceof HubProblems) return error.problems;
  if (!(error instanceof HubError) || !CODES.has(error.code)) return null;
  const { code, message, argument, more } = error;
  return [problem(code as ProblemCode, message, argument, more)];
}
