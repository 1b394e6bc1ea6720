import type { Logger } from 'pino';
import type { AuthOptions } from './auth/auth.js';
import type { Authenticator } from './auth/authenticator.js';
import type { Clock } from './clock.js';
import type { LoadPages } from './http/pages.js';
import type { Hub } from './hub.js';
import type { StartedStore } from './mongo/start-store.js';
import type { SearchEngine } from './search/search-engine.js';
import type { TranslationService } from './translation/translation-service.js';

/** What may be swapped: in tests, and by commands that bring content. */
export interface HubOptions {
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly engine?: SearchEngine;
  readonly translation?: TranslationService;
  readonly auth?: AuthOptions;
  /** Takes the place of sessions and tokens. */
  readonly authenticator?: Authenticator;
  /** A store that is being started already. */
  readonly store?: Promise<StartedStore>;
  /** Pages for people, at every address that is not the API's. */
  readonly loadPages?: LoadPages;
  /** Runs once the store stands and before records are indexed: loads the shipped content. */
  readonly loadContent?: (hub: Hub) => Promise<void>;
}
