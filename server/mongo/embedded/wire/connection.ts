import type { Socket } from 'node:net';
import {
  HEADER_BYTES,
  MAX_MESSAGE_BYTES,
  ProtocolError,
  parseMessage,
  type WireRequest,
} from './message.js';
import { keepLastMessage, type Reply, replyMessage } from './reply.js';

/** Who is at the other end. */
export interface Peer {
  /** True once a password was given, where one is needed. */
  isKnown: boolean;
}

export interface ConnectionOptions {
  readonly answer: (request: WireRequest, peer: Peer) => Reply | Promise<Reply>;
  readonly failure: (error: unknown) => Reply;
  readonly idleMilliseconds: number;
}

/** One client: cuts the stream into messages and answers them in order, one at a time. */
export class Connection {
  #chunks: Buffer[] = [];
  #size = 0;
  #busy = false;
  readonly #peer: Peer = { isKnown: false };

  constructor(
    private readonly socket: Socket,
    private readonly options: ConnectionOptions,
  ) {
    socket.setNoDelay(true);
    socket.setTimeout(options.idleMilliseconds, () => socket.destroy());
    // A reset by the client ends the connection and nothing else.
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: Buffer) => this.#receive(chunk));
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (!this.#busy) void this.#work();
  }

  async #work(): Promise<void> {
    this.#busy = true;
    try {
      for (let message = this.#next(); message !== null; message = this.#next()) {
        await this.#serve(message);
      }
    } catch {
      // Not the protocol: nothing on this connection can be understood any more.
      this.socket.destroy();
    } finally {
      this.#busy = false;
    }
  }

  async #serve(message: Buffer): Promise<void> {
    const requestId = message.readInt32LE(4);
    const opCode = message.readInt32LE(12);
    let wantsReply = true;
    let reply: Reply;
    try {
      const request = parseMessage(message);
      ({ wantsReply } = request);
      const answered = this.options.answer(request, this.#peer);
      reply = answered instanceof Promise ? await answered : answered;
    } catch (error) {
      if (error instanceof ProtocolError) throw error;
      reply = this.options.failure(error);
    }
    if (!wantsReply || this.socket.destroyed) return;
    const sending = this.#send(replyMessage(opCode, requestId, reply));
    if (sending !== null) await sending;
  }

  /** Null when the next message may follow at once. */
  #send(message: Buffer): Promise<void> | null {
    const isTaken = this.socket.write(message);
    // What the system did not take at once is sent from the same bytes later.
    if (this.socket.writableLength > 0) keepLastMessage();
    return isTaken ? null : this.#drained();
  }

  /** The next whole message; null until it has arrived. */
  #next(): Buffer | null {
    if (this.socket.destroyed || this.#size < HEADER_BYTES) return null;
    const first = this.#joined(HEADER_BYTES);
    const length = first.readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) throw new ProtocolError('bad length');
    if (this.#size < length) return null;
    const all = this.#joined(length);
    const rest = all.subarray(length);
    this.#chunks[0] = rest;
    if (rest.length === 0) this.#chunks.shift();
    this.#size -= length;
    return all.subarray(0, length);
  }

  /** The first chunk, made to hold so many bytes. */
  #joined(bytes: number): Buffer {
    const [first] = this.#chunks as [Buffer];
    if (first.length >= bytes) return first;
    const all = Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }

  /** Waits for a slow reader instead of piling up answers. */
  #drained(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.socket.off('drain', done);
        this.socket.off('close', done);
        resolve();
      };
      this.socket.on('drain', done);
      this.socket.on('close', done);
    });
  }
}
