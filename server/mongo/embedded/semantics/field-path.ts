import { located } from './errors.js';

/** The parts of a field path; empty parts and `$` are refused. */
export function checkedPath(text: string): readonly string[] {
  if (text === '') throw located(40352, 'FieldPath cannot be constructed with empty string');
  if (text.endsWith('.')) throw located(40353, `FieldPath must not end with a '.'.`);
  const path = text.split('.');
  for (const part of path) {
    if (part === '') throw located(15998, 'FieldPath field names may not be empty strings.');
    if (part.startsWith('$')) {
      throw located(16410, `FieldPath field names may not start with '$'.`);
    }
  }
  return path;
}
