import { describe } from '@jest/globals';
import { hasOaiClient } from './oai-client.js';
import { findPhp } from './php.js';
import { findXmllint } from './xmllint.js';

/** A suite that validates XML; the run's set-up says when nothing can, or fails. */
export const describeWithXmllint = findXmllint() ? describe : describe.skip;

/** A suite that harvests with a program that knows nothing of the hub; likewise. */
export const describeWithOaiClient = hasOaiClient() ? describe : describe.skip;

/** A suite that runs pages of PHP; likewise. */
export const describeWithPhp = findPhp() ? describe : describe.skip;
