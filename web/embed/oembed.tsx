import { renderToString } from 'preact-render-to-string';
import { element, renderXml } from '../feeds/xml.js';
import { fileAnswer, type PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { describe, type EmbeddedSubject } from './embedded-subject.js';
import { frameAddress, isReadyMade } from './embedding.js';
import { Frame } from './frame.js';
import {
  type OembedFault,
  type OembedQuestion,
  readQuestion,
  type Wanted,
} from './oembed-question.js';

const HEIGHTS = { record: 260, list: 560 };
/** How long consumers keep an answer: the frame in it is always current, only its title is not. */
const CACHE_SECONDS = 3_600;
const CORS = { 'access-control-allow-origin': '*' };

const NOT_HERE: OembedFault = {
  status: 404,
  message: 'This hub has no public page at this address that could be embedded.',
};

/** Answers for a page's address what shows it on another site (oEmbed 1.0). */
export async function oembed(context: PageContext): Promise<PageAnswer> {
  const asked = readQuestion(context.query, context.absolute(''));
  if ('status' in asked) return refuse(asked);
  const { wanted } = asked;
  if (!wanted) return refuse(NOT_HERE);
  const local = context.inLanguage(wanted.locale ?? context.locale);
  const subject = await describe(local, wanted.embedding);
  return subject ? answer(local, asked, wanted, subject) : refuse(NOT_HERE);
}

/** Adds what programs of other sites need to read it. */
function answer(
  context: PageContext,
  { format, width, mostHeight }: OembedQuestion,
  { embedding, look }: Wanted,
  subject: EmbeddedSubject,
): PageAnswer {
  const height = Math.min(subject.isRecord ? HEIGHTS.record : HEIGHTS.list, mostHeight);
  const { title } = subject;
  const src = frameAddress(context, embedding, look);
  const fields = {
    version: '1.0',
    type: 'rich',
    title,
    ...(subject.author && { author_name: subject.author }),
    provider_name: context.t('site.name'),
    provider_url: context.absolute(context.to('/')),
    cache_age: CACHE_SECONDS,
    html: renderToString(<Frame src={src} title={title} width={width} height={height} />),
    width,
    height,
  };
  const file =
    format === 'json'
      ? fileAnswer('application/json', JSON.stringify(fields))
      : fileAnswer('text/xml', renderXml(asXml(fields)));
  // Partners retire queries and revoke keys without anything public changing.
  const caching = !isReadyMade(embedding.id) && { 'cache-control': 'no-store' };
  return { ...file, headers: { ...file.headers, ...CORS, ...caching } };
}

const asXml = (fields: Readonly<Record<string, string | number>>) =>
  element(
    'oembed',
    {},
    Object.entries(fields).map(([name, value]) => element(name, {}, String(value))),
  );

function refuse({ status, message }: OembedFault): PageAnswer {
  const code = status === 404 ? 'NOT_FOUND' : 'BAD_USER_INPUT';
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const file = fileAnswer('application/json', body);
  return { ...file, status, headers: { ...file.headers, ...CORS } };
}
