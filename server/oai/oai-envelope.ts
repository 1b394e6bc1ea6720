import { schemaLocation } from './metadata-format.js';
import type { OaiArguments } from './oai-arguments.js';
import { toDatestamp } from './oai-dates.js';
import type { OaiFault } from './oai-fault.js';
import { element, type XmlDocument, type XmlTree } from './xml-tree.js';

const NAMESPACE = 'http://www.openarchives.org/OAI/2.0/';
const ROOT = {
  xmlns: NAMESPACE,
  ...schemaLocation(NAMESPACE, 'http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd'),
} as const;

export interface Answered {
  /** Before anything was read: who asks for what has changed since then misses nothing. */
  readonly at: Date;
  readonly baseUrl: string;
  /** Null when the request made no sense. */
  readonly asked: OaiArguments | null;
}

/** What surrounds every answer: when it was given, and to which request. */
export function envelope({ at, baseUrl, asked }: Answered, body: XmlTree): XmlDocument {
  const attributes = asked ? { verb: asked.verb, ...asked.given } : {};
  const head = [element('responseDate', toDatestamp(at)), element('request', baseUrl, attributes)];
  return { name: 'OAI-PMH', attributes: ROOT, head, body };
}

/** The protocol wants arguments repeated that were understood, and no others. */
export function refusal(
  { asked, ...answered }: Answered,
  { code, message }: OaiFault,
): XmlDocument {
  const isUnderstood = code !== 'badVerb' && code !== 'badArgument';
  return envelope(
    { ...answered, asked: isUnderstood ? asked : null },
    element('error', message, { code }),
  );
}
