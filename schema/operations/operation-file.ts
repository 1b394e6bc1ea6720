import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { OperationTypes } from './operation-types.js';

export type OperationName = keyof OperationTypes;

/** The operations that the hub asks itself, each in a file of its name. */
export const OPERATION_NAMES: readonly OperationName[] = [
  'accept-invitation',
  'account',
  'actor',
  'actors',
  'api-country',
  'api-filter',
  'api-hub',
  'api-record',
  'api-search',
  'assign-reviewer',
  'assistant-challenges',
  'assistant-record',
  'assistant-search',
  'assistant-themes',
  'attachments',
  'audit-trail',
  'challenge',
  'challenge-counts',
  'challenges',
  'change-member-role',
  'change-partner',
  'change-password',
  'change-stored-query-status',
  'citation',
  'compare-revisions',
  'countries',
  'country',
  'country-groups',
  'counts',
  'create-access-token',
  'create-draft',
  'create-edition',
  'create-partner-key',
  'create-reset-link',
  'disable-member',
  'discard-draft',
  'edit-item',
  'editor-actors',
  'editor-choices',
  'embed-challenge',
  'embed-country',
  'embed-item',
  'embed-newest',
  'embed-search',
  'embed-theme',
  'emergency-protocols',
  'enable-member',
  'endorse-item',
  'event',
  'events',
  'facets',
  'feed',
  'four-eyes',
  'home',
  'identity-providers',
  'invitation',
  'invitations',
  'invite-member',
  'item',
  'items',
  'labels',
  'last-change',
  'members',
  'partner',
  'partners',
  'publish-draft',
  'recall-draft',
  'record',
  'record-actions',
  'record-preview',
  'records',
  'register-partner',
  'remove-member',
  'remove-partner',
  'remove-attachment',
  'request-changes',
  'request-password-reset',
  'reset-password',
  'restore-revision',
  'review-translation',
  'reviewers',
  'revisions',
  'revoke-access-token',
  'revoke-invitation',
  'revoke-other-sessions',
  'revoke-partner-key',
  'revoke-session',
  'save-draft',
  'save-stored-query',
  'search',
  'search-cursor',
  'set-four-eyes',
  'set-hub-roles',
  'sign-in',
  'sign-out',
  'sitemap-actors',
  'sitemap-concepts',
  'sitemap-events',
  'sitemap-records',
  'submit-draft',
  'suggest',
  'theme',
  'themes',
  'tombstone',
  'translate-draft',
  'translation-changes',
  'update-profile',
  'withdraw-item',
];

/** The text of an operation, with the fragments that it shares with others. */
export function readOperation(name: OperationName): string {
  const text = readText(`${name}.graphql`);
  return [text, ...sharedFragments(text, new Set())].join('\n');
}

const SPREAD = /\.\.\.\s*([A-Z]\w*)/g;

/** A fragment that a text spreads and does not define lies in a file of its name. */
function sharedFragments(text: string, known: Set<string>): readonly string[] {
  return [...text.matchAll(SPREAD)].flatMap(([, name = '']) => {
    if (known.has(name) || text.includes(`fragment ${name} on `)) return [];
    known.add(name);
    const fragment = readText(`fragments/${kebab(name)}.graphql`);
    return [fragment, ...sharedFragments(fragment, known)];
  });
}

const kebab = (name: string): string => name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase();

/** Compiled code lives below the folder that the texts are kept in. */
const readText = (path: string): string =>
  readFileSync(
    fileURLToPath(new URL(`../../../schema/operations/${path}`, import.meta.url)),
    'utf8',
  );
