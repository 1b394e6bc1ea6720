import type { TestHub } from './start-test-hub.js';
import { parseXml, type XmlElement } from './xml.js';

/** An answer of OAI-PMH, read strictly. */
export interface OaiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly request: XmlElement;
  readonly responseDate: string;
  /** The element named after the verb, or the first error. */
  readonly body: XmlElement;
  /** Codes of errors, in their order. */
  readonly errors: readonly string[];
}

/** A record or header of a list. */
export interface OaiHeader {
  readonly identifier: string;
  readonly datestamp: string;
  readonly sets: readonly string[];
  readonly isDeleted: boolean;
}

/** A hub, or another address of one. */
type Door = Pick<TestHub, 'url'>;
type Arguments = string | Readonly<Record<string, string>>;

export const askOai = async (hub: Door, given: Arguments): Promise<OaiAnswer> =>
  readOai(await fetch(`${hub.url}/oai?${new URLSearchParams(given)}`));

export async function readOai(response: Response): Promise<OaiAnswer> {
  const text = await response.text();
  const root = parseXml(text);
  const errors = root.all('error').map(({ attributes }) => attributes.code ?? '');
  const [, request, body] = root.children;
  if (!request || !body) throw new Error(`This is no answer: ${text}`);
  const { status, headers } = response;
  const responseDate = root.child('responseDate').text;
  return { status, headers, text, request, responseDate, body, errors };
}

/** Headers of a list or of one record. */
export function headersOf({ body }: OaiAnswer): readonly OaiHeader[] {
  const headers = body.name.endsWith('Identifiers')
    ? body.all('header')
    : body.all('record').map((record) => record.child('header'));
  return headers.map((header) => ({
    identifier: header.child('identifier').text,
    datestamp: header.child('datestamp').text,
    sets: header.all('setSpec').map(({ text }) => text),
    isDeleted: header.attributes.status === 'deleted',
  }));
}

/** Slugs of the records of a list, which the factories make ids from. */
export const slugsOf = (answer: OaiAnswer): readonly string[] =>
  headersOf(answer).map(({ identifier }) => identifier.split('itm_')[1] ?? '');

/** Undefined without one, empty at the end of a list. */
export const tokenOf = ({ body }: OaiAnswer): string | undefined =>
  body.all('resumptionToken')[0]?.text;

/** All pages of a list, to the end. */
export async function harvest(
  hub: Door,
  given: Readonly<Record<string, string>>,
): Promise<readonly OaiAnswer[]> {
  const pages = [await askOai(hub, given)];
  for (;;) {
    const last = pages.at(-1) as OaiAnswer;
    const token = tokenOf(last);
    if (!token) return pages;
    pages.push(await askOai(hub, { verb: given.verb ?? '', resumptionToken: token }));
  }
}
