import type { Doc } from '../semantics/document.js';
import { encode } from '../storage/bson.js';
import { HEADER_BYTES, OpCode } from './message.js';

/** A page of documents that are sent as the bytes in which they are stored. */
export class CursorReply {
  constructor(
    readonly field: 'firstBatch' | 'nextBatch',
    readonly namespace: string,
    readonly cursorId: bigint,
    readonly documents: readonly Uint8Array[],
  ) {}
}

export type Reply = Doc | CursorReply;

let lastResponseId = 0;

/** Larger answers than this get a buffer of their own. */
const SHARED_BYTES = 256 * 1024;
let shared = Buffer.allocUnsafeSlow(SHARED_BYTES);

/** For when the last message is still to be sent: the next one is written elsewhere. */
export function keepLastMessage(): void {
  shared = Buffer.allocUnsafeSlow(SHARED_BYTES);
}

/**
 * The bytes of an answer, for the moment: the next answer overwrites them, unless `keepLastMessage` is called. A new
 * buffer for each makes the collector walk the heap again and again.
 */
export function replyMessage(opCode: number, requestId: number, reply: Reply): Buffer {
  if (reply instanceof CursorReply) return cursorMessage(requestId, reply);
  const body = encode(reply);
  if (opCode === OpCode.QUERY) return legacyReply(requestId, body);
  const message = msgWithRoom(requestId, body.length);
  message.set(body, MSG_HEADER_BYTES);
  return message;
}

/** Flags and the kind of the one section follow the header. */
const MSG_HEADER_BYTES = HEADER_BYTES + 5;

function msgWithRoom(requestId: number, bodyBytes: number): Buffer {
  const message = room(MSG_HEADER_BYTES + bodyBytes);
  writeHeader(message, requestId, OpCode.MSG);
  message.fill(0, HEADER_BYTES, MSG_HEADER_BYTES);
  return message;
}

const room = (bytes: number): Buffer =>
  bytes > SHARED_BYTES ? Buffer.allocUnsafe(bytes) : shared.subarray(0, bytes);

function legacyReply(requestId: number, body: Buffer): Buffer {
  const message = Buffer.allocUnsafe(HEADER_BYTES + 20 + body.length);
  writeHeader(message, requestId, OpCode.REPLY);
  const AWAIT_CAPABLE = 8;
  message.writeInt32LE(AWAIT_CAPABLE, HEADER_BYTES);
  message.fill(0, HEADER_BYTES + 4, HEADER_BYTES + 16);
  message.writeInt32LE(1, HEADER_BYTES + 16);
  message.set(body, HEADER_BYTES + 20);
  return message;
}

function writeHeader(message: Buffer, requestId: number, opCode: number): void {
  lastResponseId = (lastResponseId + 1) & 0x7fffffff;
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(lastResponseId, 4);
  message.writeInt32LE(requestId, 8);
  message.writeInt32LE(opCode, 12);
}

/** `{ cursor: { <field>: [ … ], id, ns }, ok: 1 }`, written around documents that stay as they are. */
function cursorMessage(requestId: number, reply: CursorReply): Buffer {
  const before = beforeDocuments(reply.field);
  const after = afterDocuments(reply.namespace);
  const array = arrayBytes(reply.documents);
  const bodyBytes = before.length + array + after.length;
  const message = msgWithRoom(requestId, bodyBytes);
  message.set(before, MSG_HEADER_BYTES);
  message.writeInt32LE(bodyBytes, MSG_HEADER_BYTES);
  const cursorAt = MSG_HEADER_BYTES + CURSOR_AT;
  // All that follows belongs to the cursor, but for `ok` and the end of the body.
  message.writeInt32LE(bodyBytes - CURSOR_AT - OK_BYTES - 1, cursorAt);
  const at = writeArray(message, MSG_HEADER_BYTES + before.length, array, reply.documents);
  message.set(after, at);
  message.writeBigInt64LE(reply.cursorId, at + ID_AT);
  return message;
}

const CURSOR = '\x03cursor\0';
const ID = '\x12id\0';
const CURSOR_AT = 4 + CURSOR.length;
const ID_AT = ID.length;
const OK = Buffer.from('\x01ok\0\0\0\0\0\0\0\xf0\x3f', 'latin1');
const OK_BYTES = OK.length;
const NO_LENGTH = '\0\0\0\0';

const beforeDocuments = kept((field) =>
  Buffer.from(`${NO_LENGTH}${CURSOR}${NO_LENGTH}\x04${field}\0`, 'latin1'),
);

const afterDocuments = kept((namespace) => {
  const text = Buffer.from(`${namespace}\0`, 'utf8');
  const length = Buffer.alloc(4);
  length.writeInt32LE(text.length);
  const id = Buffer.from(`${ID}${NO_LENGTH}${NO_LENGTH}`, 'latin1');
  const end = Buffer.of(0);
  return Buffer.concat([id, Buffer.from('\x02ns\0', 'latin1'), length, text, end, OK, end]);
});

/** The bytes that are the same in every reply are made once for each name. */
function kept(make: (name: string) => Buffer): (name: string) => Buffer {
  const made = new Map<string, Buffer>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const bytes = make(name);
    if (made.size < KEPT_NAMES) made.set(name, bytes);
    return bytes;
  };
}

/** More namespaces than a hub has; beyond, the bytes are made each time. */
const KEPT_NAMES = 1000;

function arrayBytes(documents: readonly Uint8Array[]): number {
  let bytes = 5;
  for (let index = 0; index < documents.length; index++) {
    bytes += 2 + digitsOf(index) + (documents[index] as Uint8Array).length;
  }
  return bytes;
}

const digitsOf = (index: number) => (index < 10 ? 1 : index < 100 ? 2 : String(index).length);

function writeArray(
  body: Buffer,
  start: number,
  length: number,
  documents: readonly Uint8Array[],
): number {
  let at = body.writeInt32LE(length, start);
  for (let index = 0; index < documents.length; index++) {
    const document = documents[index] as Uint8Array;
    body[at++] = 3;
    at = writeIndex(body, at, index);
    body.set(document, at);
    at += document.length;
  }
  body[at++] = 0;
  return at;
}

const ZERO_DIGIT = 48;

/** The name of an array's element; most are short, and calls out of JavaScript for a byte or two are dear. */
function writeIndex(body: Buffer, start: number, index: number): number {
  let at = start;
  if (index >= 100) at += body.write(String(index), at, 'latin1');
  else {
    if (index >= 10) body[at++] = ZERO_DIGIT + Math.trunc(index / 10);
    body[at++] = ZERO_DIGIT + (index % 10);
  }
  body[at++] = 0;
  return at;
}
