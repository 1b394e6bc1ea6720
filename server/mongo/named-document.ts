import { Schema } from 'mongoose';
import type { Locale, LocalizedText } from '../locale.js';

/** Names of a thing in the hub's languages, and other words that people use for it. */
export interface NamedDocument {
  readonly _id: string;
  readonly name: LocalizedText;
  readonly aliases?: Partial<Record<Locale, readonly string[]>>;
  /** Fingerprint of the shipped file that it came from: an unchanged one is not written again. */
  readonly seedHash?: string;
}

/** A text per language; languages that lack it have no key. */
export const localizedText = { type: Schema.Types.Mixed, required: true } as const;

export const namedFields = {
  _id: { type: String, required: true },
  name: localizedText,
  aliases: Schema.Types.Mixed,
  seedHash: String,
} as const;

/**
 * Plain documents: no version key, no casting of unknown fields, no empty objects dropped. A
 * command to a store that is not connected fails at once instead of waiting for it.
 */
export const schemaOptions = {
  strict: 'throw',
  versionKey: false,
  minimize: false,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
} as const;
