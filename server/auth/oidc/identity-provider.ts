import type { Configuration } from 'openid-client';

/** Lets nobody wait for a provider that does not answer. */
const PATIENCE_S = 10;

export interface ProviderSettings {
  /** The part of the addresses that names it. */
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Id of an actor: it lets in nobody but who works for this one. Null: anybody it vouches for. */
  readonly institution: string | null;
}

/** What the browser keeps between leaving for the provider and coming back. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is, as a provider says. */
export interface Identity {
  /** Issuer and subject: the same for ever. */
  readonly key: string;
  /** Null unless the provider has verified it. */
  readonly email: string | null;
  readonly name: string | null;
}

const load = () => import('openid-client');
type Client = Awaited<ReturnType<typeof load>>;

/** An institution's own sign-in, by OpenID Connect: authorisation code with PKCE, state and nonce. */
export class IdentityProvider {
  private opening: Promise<Configuration> | null = null;

  constructor(readonly settings: ProviderSettings) {}

  /** Where to send the browser, and what it has to bring back. */
  async begin(redirectUri: string): Promise<{ readonly url: URL; readonly checks: Checks }> {
    const client = await load();
    const configuration = await this.open(client);
    const checks = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: 'openid email profile',
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: 'S256',
    });
    return { url, checks };
  }

  /** Trades the code in; rejects when anything does not fit together. */
  async finish(returned: URL, { state, nonce, verifier }: Checks): Promise<Identity> {
    const client = await load();
    const configuration = await this.open(client);
    const tokens = await client.authorizationCodeGrant(configuration, returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no ID token.');
    const { sub, iss } = claims;
    const known =
      claims.email === undefined
        ? await client.fetchUserInfo(configuration, tokens.access_token, sub)
        : claims;
    const email = known.email_verified === true ? textOf(known.email) : null;
    return { key: `${iss} ${sub}`, email, name: textOf(known.name) };
  }

  /** Read once; a failure is forgotten, so that the next one who comes tries again. */
  private open(client: Client): Promise<Configuration> {
    this.opening ??= this.discover(client).catch((error: unknown) => {
      this.opening = null;
      throw error;
    });
    return this.opening;
  }

  private discover(client: Client): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const isPlain = issuer.startsWith('http:');
    return client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: PATIENCE_S,
      execute: isPlain ? [Reflect.get(client, PLAIN_HTTP) as Prepare] : [],
    });
  }
}

/**
 * Only for a provider that the operator gave with an http address, one on the same machine. The
 * library calls it deprecated to make people look twice.
 */
const PLAIN_HTTP = 'allowInsecureRequests';
type Prepare = (configuration: Configuration) => void;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
