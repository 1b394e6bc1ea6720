import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be cut and mended, as networks are. */
export class Wire {
  private readonly server = createServer((near) => this.join(near));
  private readonly sockets = new Set<Socket>();
  private port = 0;

  constructor(private readonly uri: string) {}

  /** The address of the server by way of this wire; the first call fixes the port. */
  async address(): Promise<string> {
    if (this.port === 0) {
      await this.mend();
      this.port = (this.server.address() as AddressInfo).port;
    }
    const address = new URL(this.uri);
    address.host = `127.0.0.1:${this.port}`;
    return address.href;
  }

  async mend(): Promise<void> {
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  /** What is under way is broken off, and nothing new gets through. */
  async cut(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private join(near: Socket): void {
    const { hostname, port } = new URL(this.uri);
    const far = connect(Number(port || 27_017), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}
