import { type Doc, isDoc } from '../semantics/document.js';
import { compileFilter } from '../semantics/filter.js';
import { compareValues, equalValues, typeRank } from '../semantics/order.js';
import type { StoredIndex } from '../storage/stored-index.js';
import { type Conjunction, type FieldTest, isOperators, readConjunction } from './conjunction.js';

/** True when every document that the filter matches is in the index. */
export function holdsAllMatches(index: StoredIndex, filter: Conjunction): boolean {
  if (index.spec.sparse === true && !index.fields.some(({ name }) => demandsValue(filter, name))) {
    return false;
  }
  const { partialFilterExpression: partial } = index.spec;
  return partial === undefined || implies(filter, partial);
}

const demandsValue = ({ tests }: Conjunction, path: string): boolean =>
  tests.some((test) => test.path === path && !test.values.includes(null));

function implies(filter: Conjunction, partial: Doc): boolean {
  const wanted = readConjunction(partial);
  if (wanted.alternatives.length > 0) return false;
  return wanted.clauses.every(([path, predicate]) => impliesClause(filter, path, predicate));
}

function impliesClause(filter: Conjunction, path: string, predicate: unknown): boolean {
  const written = filter.clauses.some(
    ([name, clause]) => name === path && equalValues(clause, predicate),
  );
  if (written) return true;
  const own = filter.tests.filter((test) => test.path === path);
  const parts: Doc[] = isOperators(predicate)
    ? Object.entries(predicate).map(([operator, argument]) => ({ [operator]: argument }))
    : [{ $eq: predicate }];
  return parts.every((part) => own.some((test) => impliesPart(test, part)));
}

function impliesPart(test: FieldTest, part: Doc): boolean {
  const matches = compileFilter({ field: part });
  if (test.operator === 'points') {
    // Null is also found where the field is absent.
    return test.values.every(
      (value) => matches({ field: value }) && (value !== null || matches({})),
    );
  }
  const [operator = '', argument] = Object.entries(part)[0] ?? [];
  const [bound] = test.values;
  if (operator === '$exists' || operator === '$type') return matches({ field: bound });
  if (!isComparison(operator) || typeRank(bound) !== typeRank(argument) || isDoc(bound))
    return false;
  const sameSide = operator.startsWith('$g') === test.operator.startsWith('$g');
  if (!sameSide) return false;
  const distance = compareValues(bound, argument) * (operator.startsWith('$g') ? 1 : -1);
  const needsStrict = operator === '$gt' || operator === '$lt';
  const isStrict = test.operator === '$gt' || test.operator === '$lt';
  return distance > 0 || (distance === 0 && (isStrict || !needsStrict));
}

const isComparison = (operator: string) => ['$gt', '$gte', '$lt', '$lte'].includes(operator);
