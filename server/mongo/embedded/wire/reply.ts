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
  const message = Buffer.allocUnsafe(MSG_HEADER_BYTES + bodyBytes);
  writeHeader(message, requestId, OpCode.MSG);
  message.fill(0, HEADER_BYTES, MSG_HEADER_BYTES);
  return message;
}

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
  const array = arrayBytes(reply.documents);
  const name = Buffer.from(`${reply.field}\0`, 'latin1');
  const namespace = Buffer.from(`${reply.namespace}\0`, 'utf8');
  const cursorBytes = 4 + 1 + name.length + array + 12 + 8 + namespace.length + 1;
  const bodyBytes = 4 + 8 + cursorBytes + 12 + 1;
  const message = msgWithRoom(requestId, bodyBytes);
  let at = message.writeInt32LE(bodyBytes, MSG_HEADER_BYTES);
  at += message.write('\x03cursor\0', at, 'latin1');
  at = message.writeInt32LE(cursorBytes, at);
  message[at++] = 4;
  at += name.copy(message, at);
  at = writeArray(message, at, array, reply.documents);
  at += message.write('\x12id\0', at, 'latin1');
  at = message.writeBigInt64LE(reply.cursorId, at);
  at += message.write('\x02ns\0', at, 'latin1');
  at = message.writeInt32LE(namespace.length, at);
  at += namespace.copy(message, at);
  message[at++] = 0;
  at += message.write('\x01ok\0', at, 'latin1');
  at = message.writeDoubleLE(1, at);
  message[at] = 0;
  return message;
}

function arrayBytes(documents: readonly Uint8Array[]): number {
  let bytes = 5;
  for (const [index, document] of documents.entries()) {
    bytes += 2 + String(index).length + document.length;
  }
  return bytes;
}

function writeArray(
  body: Buffer,
  start: number,
  length: number,
  documents: readonly Uint8Array[],
): number {
  let at = body.writeInt32LE(length, start);
  for (const [index, document] of documents.entries()) {
    body[at++] = 3;
    at += body.write(`${index}\0`, at, 'latin1');
    body.set(document, at);
    at += document.length;
  }
  body[at++] = 0;
  return at;
}
