import type { SearchEngine } from '../../server/search/search-engine.js';

/** What a hub in a process of its own is started with. */
export interface HubOrders {
  readonly settings: Readonly<Record<string, string>>;
  /** Begins the slugs of what it writes. */
  readonly name: string;
  /** The index is kept by the process that started it, for all hubs that it starts. */
  readonly sharesIndex: boolean;
}

/** A call of the engine that the other process keeps. */
export interface EngineCall {
  readonly call: number;
  readonly method: keyof SearchEngine;
  readonly args: readonly unknown[];
}

export type ToHub =
  /** Write without end; kill yourself at the n-th event of a store command, if there is an n. */
  | { readonly write: { readonly killAt: number | null } }
  /** Write no more, and say when the last record is stored. */
  | { readonly rest: true }
  | { readonly report: true }
  | { readonly answer: number; readonly value: unknown };

/** Which version of which record is where. */
export interface Held {
  readonly stored: ReadonlyMap<string, number>;
  readonly indexed: ReadonlyMap<string, number>;
}

export type FromHub =
  | { readonly url: string }
  /** The store has acknowledged this edition of a record. */
  | { readonly slug: string; readonly edition: number }
  | { readonly rested: true }
  | { readonly held: Held }
  | EngineCall;

/** The title of an edition, from which the test reads back which one it was. */
export const titleOf = (edition: number): string => `Registro ${edition}`;
