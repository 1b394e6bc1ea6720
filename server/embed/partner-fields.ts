import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import { normalizeEmail } from '../auth/email-address.js';
import { requireText } from '../auth/given-text.js';
import { HubError, HubProblems, problem } from '../errors.js';
import { normalizeOrigin } from './allowed-origin.js';
import type { PartnerDocument } from './partner.model.js';

const MOST_NAME = 200;
const MOST_ORIGINS = 20;

/** What people decide about a partner. */
export type PartnerFields = Pick<PartnerDocument, 'name' | 'actor' | 'contact' | 'origins'>;

/** The fields in the one way they are written; throws `HubProblems` that name each wrong one. */
export function checkFields(
  { name, actor, contact, origins }: PartnerFields,
  isActor: (id: string) => boolean,
): PartnerFields {
  const problems: Problem[] = [];
  const refuse = (field: string, message: string) => {
    problems.push(problem(ProblemCode.INVALID, message, field));
  };
  const line = nameOf(name, refuse);
  const email = normalizeEmail(contact);
  if (email === null) refuse('contact', 'This is not an e-mail address.');
  if (actor !== null && !isActor(actor)) refuse('actor', 'The hub does not know this institution.');
  const normal = originsOf(origins, refuse);
  if (problems.length > 0) throw new HubProblems(problems);
  return { name: line, actor, contact: email ?? '', origins: normal };
}

type Refuse = (field: string, message: string) => void;

function nameOf(name: string, refuse: Refuse): string {
  try {
    return requireText('name', name, MOST_NAME);
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    refuse('name', error.message);
    return '';
  }
}

function originsOf(origins: readonly string[], refuse: Refuse): readonly string[] {
  const given = [...new Set(origins)];
  if (given.length > MOST_ORIGINS) {
    refuse('origins', `A partner has at most ${MOST_ORIGINS} origins.`);
    return [];
  }
  const normal = given.map((origin) => {
    const known = normalizeOrigin(origin);
    if (known === null) {
      refuse('origins', `"${origin.slice(0, 100)}" is no origin. ${HOW_TO_WRITE}`);
    }
    return known;
  });
  return [...new Set(normal)].filter((origin) => origin !== null);
}

const HOW_TO_WRITE =
  'Write it as https://www.example.org or https://*.example.org, without a path; http is for localhost alone.';
