import type { TokenScope } from './account-data.js';

/** From the least to the most. */
export const TOKEN_SCOPES: readonly TokenScope[] = ['READ', 'WRITE', 'ADMINISTER'];

export const TOKEN_DAYS: readonly number[] = [30, 90, 180, 365];
