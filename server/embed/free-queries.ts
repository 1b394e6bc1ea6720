import type { IncomingMessage } from 'node:http';
import { PartnerKeyKind } from '../../schema/partner-enums.js';
import { type Authenticator, viewerOf } from '../auth/authenticator.js';
import { addressOf } from '../auth/client-address.js';
import { ANONYMOUS, type Viewer } from '../auth/viewer.js';
import type { Config } from '../config.js';
import { ErrorCode, HubError } from '../errors.js';
import { type Asker, askerOf } from './asker.js';
import { type EmbedAccess, payerOf } from './embed-access.js';
import type { KnownKey } from './partner-keys.js';
import type { PartnerUsage } from './partner-usage.js';
import type { Payer, Quotas } from './quotas.js';

const PARTNER_KEY = /^bearer +sab[ps]_/i;
/** Of reading and checking a text that is not known yet. */
const FIRST_SIGHT = 10;
const REFUSED = 1;
const NO_PARAMETERS = new URLSearchParams();

/** What an operation is that somebody wrote. */
export interface Weighed {
  readonly isQuery: boolean;
  readonly cost: number;
}

/** Takes what an operation costs from the quota of who sent it; rejects with a `HubError`. */
export type Admit = (operation: Weighed) => Promise<void>;

export interface FreeQueriesParts {
  readonly access: EmbedAccess;
  readonly quotas: Quotas;
  readonly usage: PartnerUsage;
  readonly authenticator: Authenticator;
  readonly config: Config;
}

/** Decides who may send operations of their own to `/graphql`, and counts what these cost. */
export class FreeQueries {
  constructor(private readonly parts: FreeQueriesParts) {}

  /** Of a request without any credentials. */
  ofStranger(request: IncomingMessage): Admit {
    const { config, quotas } = this.parts;
    const address = addressOf(request, config.TRUSTED_PROXIES);
    return async ({ isQuery, cost }) => {
      if (isQuery && config.OPEN_QUERIES === 'known') throw storedOnly();
      await quotas.take({ address }, cost);
    };
  }

  /** Who sends any other request, and what it costs them: members nothing. */
  async of(request: IncomingMessage): Promise<{ readonly viewer: Viewer; readonly admit: Admit }> {
    const { authorization } = request.headers;
    if (authorization && PARTNER_KEY.test(authorization)) {
      return { viewer: ANONYMOUS, admit: await this.ofPartner(request) };
    }
    const viewer = await viewerOf(request.headers, this.parts.authenticator);
    if (viewer.memberId !== null) return { viewer, admit: async () => {} };
    const admit = this.ofStranger(request);
    await admit({ isQuery: false, cost: FIRST_SIGHT });
    return { viewer, admit };
  }

  private async ofPartner(request: IncomingMessage): Promise<Admit> {
    const { quotas, usage, config } = this.parts;
    const asker = askerOf(request, NO_PARAMETERS, config.TRUSTED_PROXIES);
    const key = await this.keyOf(asker);
    if (!key) throw storedOnly();
    const payer: Payer = payerOf(key);
    const partner = key.partner.id;
    return async ({ isQuery, cost }) => {
      if (isQuery && key.kind === PartnerKeyKind.PUBLIC) throw storedOnly();
      await quotas.take(payer, cost);
      usage.note({ partner, query: null, origin: null, cost });
    };
  }

  private async keyOf(asker: Asker): Promise<KnownKey | null> {
    try {
      return await this.parts.access.keyOf(asker);
    } catch (error) {
      await this.parts.quotas.take(asker, REFUSED);
      throw error;
    }
  }
}

const storedOnly = () =>
  new HubError(
    ErrorCode.STORED_QUERIES_ONLY,
    'Queries of your own need a session, an access token or a secret key here; everybody may ask ready-made queries, and stored ones with a key.',
  );
