import { located, StoreError } from '../semantics/errors.js';
import { checkDocument, documentLength, rawElements } from '../storage/bson-walk.js';

export const OpCode = { REPLY: 1, QUERY: 2004, MSG: 2013 } as const;

export const HEADER_BYTES = 16;
export const MAX_MESSAGE_BYTES = 48_000_000;
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
/** A command wraps documents, so it may be a little larger and deeper than one. */
export const MAX_COMMAND_BYTES = MAX_DOCUMENT_BYTES + 16 * 1024;
const MAX_COMMAND_DEPTH = 200;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const REQUIRED_FLAGS = 0xffff;

/** A request taken apart; the documents in it are still bytes. */
export interface WireRequest {
  readonly requestId: number;
  readonly opCode: number;
  readonly body: Buffer;
  /** Documents sent beside the body, by the field that they stand for. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  readonly wantsReply: boolean;
}

/** Bytes that are no message. Nothing that follows on the connection can be trusted. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
}

/** Reads one whole message. Every length is checked before it is used. */
export function parseMessage(message: Buffer): WireRequest {
  const requestId = message.readInt32LE(4);
  const opCode = message.readInt32LE(12);
  if (opCode === OpCode.MSG) return parseMsg(message, requestId);
  if (opCode === OpCode.QUERY) return parseQuery(message, requestId);
  throw new ProtocolError(`unsupported operation ${opCode}`);
}

function parseMsg(message: Buffer, requestId: number): WireRequest {
  if (message.length < HEADER_BYTES + 9) throw new ProtocolError('message too short');
  const flags = message.readUInt32LE(HEADER_BYTES);
  const unknown = flags & REQUIRED_FLAGS & ~(CHECKSUM_PRESENT | MORE_TO_COME);
  if (unknown !== 0) throw new ProtocolError('unknown required flags');
  const end = message.length - ((flags & CHECKSUM_PRESENT) === 0 ? 0 : 4);
  const sequences = new Map<string, readonly Buffer[]>();
  let body: Buffer | undefined;
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = message[at];
    at += 1;
    if (kind === 0) {
      if (body !== undefined) throw new ProtocolError('two bodies');
      body = readDocument(message, at, end);
      at += body.length;
    } else if (kind === 1) {
      at = readSequence(message, at, end, sequences);
    } else {
      throw new ProtocolError(`unknown section ${kind}`);
    }
  }
  if (body === undefined) throw new ProtocolError('no body');
  return {
    requestId,
    opCode: OpCode.MSG,
    body,
    sequences,
    wantsReply: (flags & MORE_TO_COME) === 0,
  };
}

function readSequence(
  message: Buffer,
  start: number,
  limit: number,
  sequences: Map<string, readonly Buffer[]>,
): number {
  if (start + 4 > limit) throw new ProtocolError('sequence cut off');
  const end = start + message.readInt32LE(start);
  if (end > limit || end < start + 5) throw new ProtocolError('sequence with a wrong length');
  const nameEnd = message.indexOf(0, start + 4);
  if (nameEnd < 0 || nameEnd >= end) throw new ProtocolError('sequence without a name');
  const documents: Buffer[] = [];
  let at = nameEnd + 1;
  while (at < end) {
    const document = readDocument(message, at, end);
    documents.push(document);
    at += document.length;
  }
  const name = message.toString('utf8', start + 4, nameEnd);
  if (sequences.has(name)) throw new ProtocolError('sequence sent twice');
  sequences.set(name, documents);
  return end;
}

function readDocument(message: Buffer, at: number, end: number): Buffer {
  const length = lengthOrProtocolError(message, at, end);
  if (length > MAX_COMMAND_BYTES) {
    throw new StoreError(
      10334,
      'BSONObjectTooLarge',
      `BSONObj size: ${length} is invalid. Size must be between 0 and ${MAX_COMMAND_BYTES}(16MB)`,
    );
  }
  checkDocument(message, at, end, MAX_COMMAND_DEPTH);
  return message.subarray(at, at + length);
}

function lengthOrProtocolError(message: Buffer, at: number, end: number): number {
  try {
    return documentLength(message, at, end);
  } catch {
    throw new ProtocolError('a document does not fit its message');
  }
}

/** The old query message, which drivers still use for their first `isMaster`. */
function parseQuery(message: Buffer, requestId: number): WireRequest {
  const nameStart = HEADER_BYTES + 4;
  const nameEnd = message.indexOf(0, nameStart);
  if (nameEnd < 0 || nameEnd + 9 > message.length) throw new ProtocolError('query cut off');
  const namespace = message.toString('utf8', nameStart, nameEnd);
  if (!namespace.endsWith('.$cmd')) {
    throw located(
      5739101,
      'OP_QUERY is no longer supported. The client driver may require an upgrade.',
    );
  }
  const body = readDocument(message, nameEnd + 9, message.length);
  return { requestId, opCode: OpCode.QUERY, body, sequences: new Map(), wantsReply: true };
}

/** The documents of a list, wherever the client put them: beside the body or inside. */
export function documentsOf(request: WireRequest, field: string): readonly Buffer[] | undefined {
  const sequence = request.sequences.get(field);
  if (sequence !== undefined) return sequence;
  for (const { type, name, valueStart } of rawElements(request.body)) {
    if (name !== field) continue;
    return type === 4 ? arrayDocuments(request.body, valueStart) : undefined;
  }
  return undefined;
}

function arrayDocuments(body: Buffer, start: number): Buffer[] | undefined {
  const documents: Buffer[] = [];
  for (const { type, valueStart, end } of rawElements(body, start)) {
    if (type !== 3) return undefined;
    documents.push(body.subarray(valueStart, end));
  }
  return documents;
}
