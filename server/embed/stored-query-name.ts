import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { requireText } from '../auth/given-text.js';
import { HubError, problem } from '../errors.js';
import { READY_MADE_IDS } from './ready-made.js';
import { MOST_ID_LENGTH } from './stored-queries.js';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LEAST_ID_LENGTH = 3;
const MOST_TITLE = 200;

interface Name {
  readonly id: string;
  readonly title: string;
}

/** What is wrong with the names of a stored query, and its title as it is written. */
export function problemsOfName({ id, title }: Name) {
  const problems: Problem[] = [];
  const fitting = id.length >= LEAST_ID_LENGTH && id.length <= MOST_ID_LENGTH && ID.test(id);
  if (!fitting) problems.push(problem(ProblemCode.INVALID, HOW_TO_WRITE, 'id'));
  if (READY_MADE_IDS.includes(id)) problems.push(problem(ProblemCode.INVALID, RESERVED, 'id'));
  try {
    return { title: requireText('title', title, MOST_TITLE), problems };
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    problems.push(problem(ProblemCode.INVALID, error.message, 'title'));
    return { title: '', problems };
  }
}

const HOW_TO_WRITE = `An id has ${LEAST_ID_LENGTH} to ${MOST_ID_LENGTH} lower-case letters, digits and single hyphens, as water-in-guatemala.`;
const RESERVED = 'The hub itself offers a query by this id; choose another one.';
