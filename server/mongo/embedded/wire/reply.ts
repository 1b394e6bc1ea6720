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
  const body = reply instanceof CursorReply ? cursorBody(reply) : encode(reply);
  return opCode === OpCode.QUERY ? legacyReply(requestId, body) : msgReply(requestId, body);
}

function msgReply(requestId: number, body: Buffer): Buffer {
  const head = header(HEADER_BYTES + 5, body.length, requestId, OpCode.MSG);
  head.writeUInt32LE(0, HEADER_BYTES);
  head[HEADER_BYTES + 4] = 0;
  return Buffer.concat([head, body]);
}

function legacyReply(requestId: number, body: Buffer): Buffer {
  const head = header(HEADER_BYTES + 20, body.length, requestId, OpCode.REPLY);
  const AWAIT_CAPABLE = 8;
  head.writeInt32LE(AWAIT_CAPABLE, HEADER_BYTES);
  head.fill(0, HEADER_BYTES + 4, HEADER_BYTES + 16);
  head.writeInt32LE(1, HEADER_BYTES + 16);
  return Buffer.concat([head, body]);
}

function header(bytes: number, bodyBytes: number, requestId: number, opCode: number): Buffer {
  const head = Buffer.allocUnsafe(bytes);
  lastResponseId = (lastResponseId + 1) & 0x7fffffff;
  head.writeInt32LE(bytes + bodyBytes, 0);
  head.writeInt32LE(lastResponseId, 4);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(opCode, 12);
  return head;
}

/** `{ cursor: { <field>: [ … ], id, ns }, ok: 1 }`, written around documents that stay as they are. */
function cursorBody({ field, namespace, cursorId, documents }: CursorReply): Buffer {
  const array = arrayBytes(documents);
  const name = Buffer.from(`${field}\0`, 'latin1');
  const space = Buffer.from(`${namespace}\0`, 'utf8');
  const cursorBytes = 4 + 1 + name.length + array + 1 + 3 + 8 + 1 + 3 + 4 + space.length + 1;
  const total = 4 + 1 + 7 + cursorBytes + 1 + 3 + 8 + 1;
  const body = Buffer.allocUnsafe(total);
  let at = body.writeInt32LE(total, 0);
  at += body.write('\x03cursor\0', at, 'latin1');
  at = body.writeInt32LE(cursorBytes, at);
  body[at++] = 4;
  at += name.copy(body, at);
  at = writeArray(body, at, array, documents);
  at += body.write('\x12id\0', at, 'latin1');
  at = body.writeBigInt64LE(cursorId, at);
  at += body.write('\x02ns\0', at, 'latin1');
  at = body.writeInt32LE(space.length, at);
  at += space.copy(body, at);
  body[at++] = 0;
  at += body.write('\x01ok\0', at, 'latin1');
  at = body.writeDoubleLE(1, at);
  body[at] = 0;
  return body;
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
