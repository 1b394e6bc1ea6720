import { isUtf8 } from '../is-utf8.js';
import { isLocale, type Locale } from '../locales.js';
import { type Embedding, embeddingOf, isReadyMade, VARIABLES } from './embedding.js';
import { LOOKS } from './frame-look.js';

const LOOK_NAMES: readonly string[] = [...LOOKS, 'limit'];

/** The most room that the hub asks for by itself; who embeds may give it less. */
const WIDTH = 640;

/** An oEmbed question that was understood. */
export interface OembedQuestion {
  readonly format: 'json' | 'xml';
  readonly width: number;
  readonly mostHeight: number;
  /** Null for the address of something that is no page of this hub, or nothing to embed. */
  readonly wanted: Wanted | null;
}

/** What an address of the hub shows. */
export interface Wanted {
  readonly locale: Locale | null;
  readonly embedding: Embedding;
  /** How the frame at the address looks, where it is one of a frame. */
  readonly look: Readonly<Record<string, string>>;
}

/** Why a question cannot be answered, as oEmbed tells it. */
export interface OembedFault {
  readonly status: 400 | 404 | 501;
  readonly message: string;
}

const bad = (message: string): OembedFault => ({ status: 400, message });

/** Reads a question to the hub at an address. */
export function readQuestion(query: URLSearchParams, hub: string): OembedQuestion | OembedFault {
  const format = (query.get('format') || 'json').toLowerCase();
  if (format !== 'json' && format !== 'xml')
    return { status: 501, message: 'The formats are json and xml.' };
  const address = query.get('url');
  if (!address || address.length > 4_000 || !URL.canParse(address))
    return bad('"url" has to be the whole address of a page of this hub.');
  const width = readLimit(query.get('maxwidth'), WIDTH);
  const mostHeight = readLimit(query.get('maxheight'), Number.POSITIVE_INFINITY);
  if (width === null || mostHeight === null)
    return bad('"maxwidth" and "maxheight" are whole numbers of pixels above zero.');
  const wanted = readAddress(new URL(address), new URL(hub));
  return { format, width: Math.min(width, WIDTH), mostHeight, wanted };
}

/** Null for what is no number. */
function readLimit(given: string | null, otherwise: number): number | null {
  if (!given) return otherwise;
  return /^0*[1-9]\d{0,8}$/.test(given) ? Number(given) : null;
}

/** Only compared with the hub's own address: nothing is ever fetched from it. */
function readAddress(address: URL, hub: URL): Wanted | null {
  const isWeb = address.protocol === 'https:' || address.protocol === 'http:';
  if (!isWeb || address.host !== hub.host || address.username || address.password) return null;
  const [, first, ...rest] = address.pathname.split('/');
  const locale = isLocale(first) ? first : null;
  const inner = locale ? `/${rest.join('/')}` : address.pathname;
  const path = inner.replace(/(?<!\/)\/+$/, '') || '/';
  if (!isUtf8(path) || !isUtf8(address.search)) return null;
  const frame = /^\/embed\/([\w-]+)$/.exec(path)?.[1];
  if (frame) return readFrame(locale, frame, address.searchParams);
  const found = embeddingOf(path, address.searchParams);
  if (!found || found.left.length > 0) return null;
  return { locale, embedding: found, look: {} };
}

/** A question's own variables, with its key, and how the frame looks. */
function readFrame(locale: Locale | null, id: string, query: URLSearchParams): Wanted {
  const isVariable = ([name]: readonly [string, string]) =>
    isReadyMade(id) ? VARIABLES[id].includes(name) : !LOOK_NAMES.includes(name);
  const variables = new URLSearchParams([...query].filter(isVariable));
  const look = Object.fromEntries([...query].filter(([name]) => LOOK_NAMES.includes(name)));
  return { locale, embedding: { id, variables }, look };
}
