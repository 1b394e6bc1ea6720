import { badArgument, OaiFault } from './oai-fault.js';

interface Rule {
  readonly required: readonly ArgumentName[];
  readonly optional: readonly ArgumentName[];
}

export type ArgumentName =
  | 'identifier'
  | 'metadataPrefix'
  | 'from'
  | 'until'
  | 'set'
  | 'resumptionToken';

export type Verb =
  | 'GetRecord'
  | 'Identify'
  | 'ListIdentifiers'
  | 'ListMetadataFormats'
  | 'ListRecords'
  | 'ListSets';

export type ListVerb = 'ListIdentifiers' | 'ListRecords';

/** A request whose arguments have the right form. */
export interface OaiArguments {
  readonly verb: Verb;
  readonly given: Readonly<Partial<Record<ArgumentName, string>>>;
}

const SELECTION: Rule = { required: ['metadataPrefix'], optional: ['from', 'until', 'set'] };
const NONE: readonly ArgumentName[] = [];

const RULES: ReadonlyMap<string, Rule> = new Map<Verb, Rule>([
  ['GetRecord', { required: ['identifier', 'metadataPrefix'], optional: NONE }],
  ['Identify', { required: NONE, optional: NONE }],
  ['ListIdentifiers', SELECTION],
  ['ListMetadataFormats', { required: NONE, optional: ['identifier'] }],
  ['ListRecords', SELECTION],
  ['ListSets', { required: NONE, optional: NONE }],
]);

/** These go on where an answer ended, with a token and nothing else. */
const RESUMED: ReadonlySet<string> = new Set<Verb>(['ListIdentifiers', 'ListRecords', 'ListSets']);

/** Throws `badVerb` and `badArgument`. */
export function readArguments(parameters: URLSearchParams): OaiArguments {
  const [verb = '', ...more] = parameters.getAll('verb');
  const rule = RULES.get(verb);
  if (!rule || more.length > 0) {
    throw new OaiFault('badVerb', `"verb" has to be one of ${[...RULES.keys()].join(', ')}.`);
  }
  const names = [...parameters.keys()].filter((name) => name !== 'verb');
  const isResumed = RESUMED.has(verb) && names.includes('resumptionToken');
  const allowed: Rule = isResumed ? { required: ['resumptionToken'], optional: NONE } : rule;
  checkNames(names, allowed);
  const given = Object.fromEntries(names.map((name) => [name, parameters.get(name) ?? '']));
  for (const [name, value] of Object.entries(given)) checkForm(name as ArgumentName, value);
  return { verb: verb as Verb, given };
}

function checkNames(names: readonly string[], { required, optional }: Rule): void {
  const known: readonly string[] = [...required, ...optional];
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw badArgument('An argument is given more than once.');
  if (names.some((name) => !known.includes(name))) {
    const takes = known.length > 0 ? known.join(', ') : 'no other argument';
    throw badArgument(`Beside "verb" this request takes: ${takes}.`);
  }
  const missing = required.find((name) => !names.includes(name));
  if (missing) throw badArgument(`"${missing}" is missing.`);
}

const WORD = "[\\w.!~*'()-]+";
const FORMS: Partial<Record<ArgumentName, RegExp>> = {
  metadataPrefix: new RegExp(`^${WORD}$`),
  set: new RegExp(`^${WORD}(?::${WORD})*$`),
  identifier: /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})+$/i,
};

/** What the protocol's own schema would not let stand in an answer. Dates are read elsewhere. */
function checkForm(name: ArgumentName, value: string): void {
  const form = FORMS[name];
  const isUrl = name === 'identifier' && value.includes('//');
  if ((form && !form.test(value)) || (isUrl && !URL.canParse(value))) {
    throw badArgument(`"${name}" does not have the form that the protocol asks for.`);
  }
}
