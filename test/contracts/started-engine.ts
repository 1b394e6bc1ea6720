import type {
  IndexState,
  SearchDocument,
  SearchEngine,
} from '../../server/search/search-engine.js';
import type { searchRequest } from '../support/search-documents.js';

/** An engine with nothing in it, and how to close and open it as a new process would. */
export interface StartedEngine {
  readonly engine: SearchEngine;
  readonly state: IndexState;
  readonly restart: () => Promise<{ engine: SearchEngine; state: IndexState }>;
  readonly stop: () => Promise<void>;
}

export type StartEngine = () => Promise<StartedEngine>;

export type RestOfRequest = Parameters<typeof searchRequest>[1];

/** Documents as a rebuild takes them. */
export async function* stream(documents: readonly SearchDocument[]) {
  for (const document of documents) yield document;
}
