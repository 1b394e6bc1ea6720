const NOT_IN_A_HOST = /[^\w.-]/g;
const DOMAIN = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)+$/i;

/** Names of records in the world: `oai:<host of the hub>:<id of the record>`. */
export class OaiIdentifiers {
  readonly repository: string;

  constructor(hubUrl: string) {
    this.repository = new URL(hubUrl).hostname.replace(NOT_IN_A_HOST, '-');
  }

  /** Whether they follow the guidelines for such identifiers, which ask for a domain name. */
  get isDomain(): boolean {
    return DOMAIN.test(this.repository);
  }

  of(id: string): string {
    return `${this.prefix}${encodeURIComponent(id)}`;
  }

  /** The id of the record; null for what is not named by this hub. */
  read(identifier: string): string | null {
    if (!identifier.startsWith(this.prefix)) return null;
    try {
      return decodeURIComponent(identifier.slice(this.prefix.length));
    } catch {
      return null;
    }
  }

  private get prefix(): string {
    return `oai:${this.repository}:`;
  }
}
