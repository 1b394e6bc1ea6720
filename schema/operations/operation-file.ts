import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** The operations that the hub asks itself, each in a file of its name. */
export const OPERATION_NAMES = ['home', 'item', 'items', 'search'] as const;

export type OperationName = (typeof OPERATION_NAMES)[number];

/** The text of an operation; compiled code lives below the folder that it is kept in. */
export function readOperation(name: OperationName): Promise<string> {
  const file = new URL(`../../../schema/operations/${name}.graphql`, import.meta.url);
  return readFile(fileURLToPath(file), 'utf8');
}
