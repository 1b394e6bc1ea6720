import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const positive = z.coerce.number().int().positive();
const mongoUri = z
  .string()
  .regex(/^mongodb(\+srv)?:\/\//, 'has to start with mongodb:// or mongodb+srv://');
const webAddress = z.url({ protocol: /^https?$/, error: 'has to be an http or https address' });

/** Every setting, its default and its meaning. Nothing else in the code reads the environment. */
export const settings = z.object({
  PORT: port.default(4000).describe('HTTP port; 0 takes any free one.'),
  HOST: z.string().min(1).default('0.0.0.0').describe('Address to listen on.'),
  PUBLIC_URL: webAddress
    .optional()
    .describe('Address that people reach the hub at. Empty: http://localhost:PORT.'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('Folder of the embedded store, the embedded search index and attachments.'),
  MONGODB_URI: mongoUri
    .optional()
    .describe('MongoDB (replica set or sharded). Empty: the embedded store, in this process.'),
  MEILI_URL: webAddress
    .optional()
    .describe('Meilisearch. Empty: the embedded search, in this process.'),
  MEILI_API_KEY: z
    .string()
    .optional()
    .describe('Key of Meilisearch that may search, write documents and change settings.'),
  MEILI_INDEX: z
    .string()
    .regex(/^[\w-]{1,100}$/, 'may hold letters, digits, - and _')
    .default('items')
    .describe('Name of the Meilisearch index.'),
  SEED: z
    .enum(['auto', 'never'])
    .default('auto')
    .describe('auto: load the shipped content when it is new or changed; never: leave it out.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least severe log line that is written.'),
  MAX_BODY_BYTES: positive.default(262_144).describe('Largest request body.'),
  MAX_TOKENS: positive.default(2_000).describe('Most lexical tokens in an operation.'),
  MAX_DEPTH: positive.default(12).describe('Deepest nesting of fields in an operation.'),
  MAX_ALIASES: positive.default(30).describe('Most aliases in an operation.'),
  MAX_DIRECTIVES: positive.default(50).describe('Most directives in an operation.'),
  MAX_COST: positive
    .default(20_000)
    .describe('Highest cost of an operation: about one a field, times the page sizes around it.'),
  OPERATION_TIMEOUT_MS: positive
    .default(10_000)
    .describe('An operation that takes longer is answered with DEADLINE_EXCEEDED.'),
  ANSWERS_CACHE_MB: z.coerce
    .number()
    .int()
    .min(0)
    .default(32)
    .describe('Memory for finished answers of anonymous reads, in MiB; 0 keeps none.'),
  RECORDS_CACHE_MB: z.coerce
    .number()
    .int()
    .min(0)
    .default(32)
    .describe('Memory for records that were read and have not changed, in MiB; 0 keeps none.'),
  PAGES_CACHE_MB: z.coerce
    .number()
    .int()
    .min(0)
    .default(32)
    .describe('Memory for finished pages, in MiB; 0 keeps none.'),
  EMBED_CACHE_MB: z.coerce
    .number()
    .int()
    .min(0)
    .default(32)
    .describe('Memory for answers that other sites embed, in MiB; 0 keeps none.'),
  ATTACHMENT_MAX_BYTES: positive.default(20_971_520).describe('Largest attachment.'),
  S3_BUCKET: z
    .string()
    .regex(/^[\w.-]{3,63}$/, 'may hold letters, digits, ".", "-" and "_"')
    .optional()
    .describe('Bucket for attachments. Empty: a folder in DATA_DIR.'),
  S3_ENDPOINT: webAddress
    .optional()
    .describe("Address of an S3-compatible server. Empty: Amazon's, for the region."),
  S3_REGION: z.string().min(1).default('us-east-1').describe('Region of the bucket.'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('Key that may read and write the bucket.'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret of that key.'),
  TRANSLATE_URL: webAddress
    .optional()
    .describe('Translation service. Empty: none; records are found in their own languages only.'),
  TRANSLATE_KIND: z
    .enum(['apertium', 'libretranslate'])
    .default('apertium')
    .describe('What TRANSLATE_URL speaks: apertium (APY) or libretranslate.'),
  TRANSLATE_API_KEY: z
    .string()
    .optional()
    .describe('Key of a LibreTranslate server that asks for one.'),
  TRANSLATE_TIMEOUT_MS: positive
    .default(20_000)
    .describe('A request to the translation service that takes longer is given up.'),
  SESSION_IDLE_HOURS: positive
    .default(8)
    .describe('A session that is not used for so many hours ends.'),
  SESSION_DAYS: positive.default(7).describe('After so many days members sign in again.'),
  TRUSTED_PROXIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('How many proxies stand in front and add to X-Forwarded-For; 0 ignores it.'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'has to start with smtp:// or smtps://')
    .optional()
    .describe('Mail server, with user and password. Empty: links are shown to who makes them.'),
  MAIL_FROM: z
    .string()
    .min(3)
    .optional()
    .describe('Sender of mail; needed with SMTP_URL, as in Saberes <hub@example.org>.'),
  OIDC_ISSUER: webAddress
    .optional()
    .describe('Identity provider (OpenID Connect). Empty: members sign in by password only.'),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('Name of the hub at that provider.'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('Secret of the hub there.'),
  OIDC_NAME: z.string().min(1).default('SSO').describe('What people call that provider.'),
  OIDC_INSTITUTION: z
    .string()
    .regex(/^act_[\w-]{1,200}$/, 'has to be the id of an actor, as act_amexcid')
    .optional()
    .describe('Id of the actor whose members it lets in. Empty: anybody it vouches for.'),
  OPEN_QUERIES: z
    .enum(['everybody', 'known'])
    .default('everybody')
    .describe(
      'Who may send queries of their own: everybody; or known: members and secret keys, while strangers ask stored ones.',
    ),
  QUOTA_STRANGERS: positive
    .default(200_000)
    .describe(
      'What embedded answers and operations may cost in a minute for an address that has no key.',
    ),
  QUOTA_PUBLIC_KEY: positive
    .default(1_000_000)
    .describe('What they may cost in a minute for a partner’s pages, by its public keys.'),
  QUOTA_SECRET_KEY: positive
    .default(5_000_000)
    .describe('What they may cost in a minute for a partner’s servers, by its secret keys.'),
  CONTACT_EMAIL: z
    .email({ error: 'has to be an e-mail address' })
    .optional()
    .describe('Who answers for the hub, for harvesters to read. Empty: webmaster@ its host.'),
  OAI_PAGE_SIZE: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .describe('Records in one answer to a harvester.'),
});

export type Config = Readonly<z.infer<typeof settings>>;

const TITLE = 'The hub cannot start with these settings:';

/** The settings are wrong; the message is a list for the person who starts the hub. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads and checks all settings. An empty value counts as not set; `defaults` then take the place
 * of the usual ones. Throws `ConfigError`.
 */
export function readConfig(
  // biome-ignore lint/style/noProcessEnv: the one place that reads the environment
  env: NodeJS.ProcessEnv = process.env,
  defaults: Partial<Config> = {},
): Config {
  const filled = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = settings.safeParse({ ...defaults, ...filled });
  if (!result.success) throw new ConfigError(describeIssues(result.error));
  refuseHalves(result.data);
  return Object.freeze(result.data);
}

/** Settings that are of no use without others. */
const BELONG_TOGETHER: readonly (readonly (keyof Config)[])[] = [
  ['SMTP_URL', 'MAIL_FROM'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
];

function refuseHalves(config: Config): void {
  for (const [first = 'SMTP_URL', ...others] of BELONG_TOGETHER) {
    const missing = others.filter((name) => config[first] !== undefined && !config[name]);
    const [name] = missing;
    if (!name) continue;
    const meaning = settings.shape[name].description ?? '';
    throw new ConfigError(`${TITLE}\n  ${name}: has to be set with ${first}. ${meaning}`);
  }
}

function describeIssues({ issues }: z.ZodError): string {
  const lines = issues.map((issue) => {
    const name = issue.path.join('.');
    const field = settings.shape[name as keyof typeof settings.shape];
    const meaning = field?.description ?? '';
    return `  ${name}: ${issue.message}. ${meaning}`.trimEnd();
  });
  return [TITLE, ...lines].join('\n');
}
