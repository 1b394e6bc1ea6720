import { type Model, Error as MongooseErrors } from 'mongoose';
import { LOCALES } from '../../server/locale.js';
import type { StoredRecord } from './transfer-format.js';

const TEXTS_OF_ITEM = ['title', 'summary'] as const;

/** What keeps a record from being stored as it is; null when nothing does. */
export async function recordProblem(
  model: Model<StoredRecord>,
  record: StoredRecord,
): Promise<string | null> {
  const own = foreignValue(record) ?? typeProblem(model, record) ?? textProblem(record);
  return own ?? (await shapeProblem(model, record));
}

async function shapeProblem(
  model: Model<StoredRecord>,
  record: StoredRecord,
): Promise<string | null> {
  try {
    await new model(record).validate();
    return null;
  } catch (error) {
    if (error instanceof MongooseErrors.ValidationError) {
      return Object.values(error.errors)[0]?.message ?? error.message;
    }
    if (error instanceof MongooseErrors) return error.message;
    throw error;
  }
}

const TYPE_TESTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  String: (value) => typeof value === 'string',
  Number: (value) => typeof value === 'number',
  Boolean: (value) => typeof value === 'boolean',
  Date: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  Array: Array.isArray,
};

/** Records are written as they are, so nothing may rest on a conversion such as text to date. */
function typeProblem(model: Model<StoredRecord>, record: StoredRecord): string | null {
  for (const [field, value] of Object.entries(record)) {
    const instance = model.schema.path(field)?.instance;
    const isRight = instance && TYPE_TESTS[instance];
    if (value !== null && isRight && !isRight(value)) return `"${field}" has to be a ${instance}`;
  }
  return null;
}

/** What the public sees cannot be shown in any language without a name or title. */
function textProblem({ name, texts, ...record }: StoredRecord): string | null {
  if (name !== undefined && !hasOwnName(record) && !hasText(name))
    return '"name" has to be a text in some language';
  if (texts === undefined) return null;
  const versions = Object.entries(texts as object);
  if (versions.length === 0 && record.public !== false) return '"texts" is empty';
  for (const [locale, version] of versions) {
    if (!(LOCALES as readonly string[]).includes(locale)) return `"texts.${locale}" is no language`;
    const lacking = TEXTS_OF_ITEM.find((field) => typeof version?.[field] !== 'string');
    if (lacking) return `"texts.${locale}.${lacking}" has to be a text`;
  }
  return null;
}

/** Members and partners are called the same in every language. */
const hasOwnName = (record: object): boolean => 'email' in record || 'contact' in record;

const hasText = (name: unknown): boolean =>
  typeof name === 'object' &&
  name !== null &&
  LOCALES.some((locale) => typeof (name as Record<string, unknown>)[locale] === 'string');

/** Values that no hub stores, such as code or keys that begin with a dollar sign. */
function foreignValue(value: unknown, at = ''): string | null {
  if (value === null || value instanceof Date || typeof value !== 'object') return null;
  const isPlain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return `"${at}" has a type that no hub stores`;
  for (const [key, inner] of Object.entries(value)) {
    if (key.startsWith('$')) return `"${key}" is no name of a field`;
    const problem = foreignValue(inner, at ? `${at}.${key}` : key);
    if (problem) return problem;
  }
  return null;
}
