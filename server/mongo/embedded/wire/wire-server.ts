import { createServer, type Server, type Socket } from 'node:net';
import { Connection, type ConnectionOptions } from './connection.js';

const MAX_CONNECTIONS = 1000;

/** Listens for clients on a unix socket, or on a port of the loopback address. */
export class WireServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(options: ConnectionOptions) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      new Connection(socket, options);
    });
    this.#server.maxConnections = MAX_CONNECTIONS;
  }

  get connections(): number {
    return this.#sockets.size;
  }

  listen(where: { readonly path: string } | { readonly port: number; readonly host: string }) {
    return new Promise<number>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(where, () => {
        const address = this.#server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
