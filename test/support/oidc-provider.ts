import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** Somebody at the provider; the login is the subject. */
export interface Person {
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
}

export const CLIENT_ID = 'saberes';
export const CLIENT_SECRET = 'a-secret-between-hub-and-provider-0123456789';

/** A real provider of OpenID Connect on this machine, whose people sign in with any password. */
export class TestProvider {
  private constructor(
    readonly issuer: string,
    readonly people: Map<string, Person>,
    private readonly server: Server,
  ) {}

  /** `redirectUri` is where the hub takes people back. */
  static async start(redirectUri: () => string): Promise<TestProvider> {
    const people = new Map<string, Person>();
    const server = createServer((request, response) => void listener(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    let callback: ReturnType<Provider['callback']> | null = null;
    // The hub's address is known only after it has started with this issuer.
    const listener: ReturnType<Provider['callback']> = (request, response) => {
      callback ??= createProvider(issuer, redirectUri(), people).callback();
      return callback(request, response);
    };
    return new TestProvider(issuer, people, server);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

const createProvider = (issuer: string, redirectUri: string, people: ReadonlyMap<string, Person>) =>
  new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['keys of this test only'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...people.get(sub) }),
    }),
  });
