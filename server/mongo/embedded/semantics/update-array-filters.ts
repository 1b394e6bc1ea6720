import { type Doc, isArray, isDoc } from './document.js';
import { badValue, failedToParse } from './errors.js';
import { compileFilter } from './filter.js';
import type { Path } from './keys.js';

type ElementTest = (element: unknown) => boolean;

/** The tests behind `$[name]`: one per name, each used by some path, and each name in a path known. */
export function compileArrayFilters(
  filters: readonly Doc[],
  paths: readonly Path[],
): ReadonlyMap<string, ElementTest> {
  const tests = new Map<string, ElementTest>();
  for (const filter of filters) {
    const name = identifier(filter);
    if (tests.has(name))
      throw failedToParse(
        `Found multiple array filters with the same top-level field name ${name}`,
      );
    const test = compileFilter(filter);
    tests.set(name, (element) => test({ [name]: element }));
  }
  checkUse(new Set(tests.keys()), paths);
  return tests;
}

function checkUse(names: ReadonlySet<string>, paths: readonly Path[]): void {
  const used = new Set(
    paths
      .flat()
      .filter((part) => /^\$\[.+\]$/.test(part))
      .map((part) => part.slice(2, -1)),
  );
  for (const name of used) {
    if (!names.has(name)) throw badValue(`No array filter found for identifier '${name}'`);
  }
  for (const name of names) {
    if (!used.has(name))
      throw failedToParse(`The array filter for identifier '${name}' was not used in the update`);
  }
}

/** The one name that all fields of an array filter begin with. */
function identifier(filter: Doc): string {
  const names = new Set(rootNames(filter));
  const [name] = names;
  if (name === undefined)
    throw failedToParse('Cannot use an expression without a top-level field name in arrayFilters');
  if (names.size > 1)
    throw failedToParse('Error parsing array filter: expected a single top-level field name');
  if (/^[a-z][a-zA-Z0-9]*$/.test(name)) return name;
  throw badValue(
    `Error parsing array filter: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
  );
}

function rootNames(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([key, value]): string[] => {
    if (!key.startsWith('$')) return [key.split('.')[0] ?? ''];
    if (!isArray(value)) return [];
    return value.filter(isDoc).flatMap((part: Doc) => rootNames(part));
  });
}
