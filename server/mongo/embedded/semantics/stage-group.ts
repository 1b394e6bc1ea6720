import { assign, type Doc, isArray, isDoc, type MutableDoc } from './document.js';
import { located } from './errors.js';
import { extreme } from './expression/arithmetic.js';
import { compileExpression } from './expression/compile.js';
import { PreciseSum } from './expression/sums.js';
import { type Evaluate, scopeOf, type Variables } from './expression/values.js';
import { isNumeric, toDouble } from './numbers.js';
import { valueKey } from './value-key.js';

interface Accumulator {
  readonly add: (value: unknown) => void;
  readonly result: () => unknown;
}

interface Field {
  readonly name: string;
  readonly evaluate: Evaluate;
  readonly start: () => Accumulator;
}

const ACCUMULATORS: Readonly<Record<string, () => Accumulator>> = {
  $sum: () => {
    const sum = new PreciseSum();
    return {
      add: (value) => isNumeric(value) && sum.add(toDouble(value)),
      result: () => sum.value(),
    };
  },
  $avg: () => {
    const sum = new PreciseSum();
    let count = 0;
    return {
      add: (value) => {
        if (!isNumeric(value)) return;
        sum.add(toDouble(value));
        count += 1;
      },
      result: () => (count === 0 ? null : sum.value() / count),
    };
  },
  $min: () => extremeAccumulator(-1),
  $max: () => extremeAccumulator(1),
  $first: () => {
    let first: { readonly value: unknown } | undefined;
    return {
      add: (value) => {
        first ??= { value };
      },
      result: () => first?.value ?? null,
    };
  },
  $last: () => {
    let last: unknown;
    return {
      add: (value) => {
        last = value;
      },
      result: () => last ?? null,
    };
  },
  $push: () => {
    const values: unknown[] = [];
    return { add: (value) => value !== undefined && values.push(value), result: () => values };
  },
  $addToSet: () => {
    const values = new Map<string, unknown>();
    return {
      add: (value) => {
        const key = valueKey(value);
        if (value !== undefined && !values.has(key)) values.set(key, value);
      },
      result: () => [...values.values()],
    };
  },
  $mergeObjects: () => {
    const merged: MutableDoc = {};
    return {
      add: (value) => {
        if (value === undefined || value === null) return;
        if (!isDoc(value)) throw located(40400, '$mergeObjects requires object inputs');
        for (const [name, field] of Object.entries(value)) assign(merged, name, field);
      },
      result: () => merged,
    };
  },
};

function extremeAccumulator(sign: 1 | -1): Accumulator {
  let best: unknown = null;
  return {
    add: (value) => {
      best = extreme([best, value], sign);
    },
    result: () => best,
  };
}

/** `$group`; the groups come out in the order in which their first documents came in. */
export function compileGroup(spec: unknown, variables: Variables): (docs: readonly Doc[]) => Doc[] {
  if (!isDoc(spec)) throw located(15947, `a group's fields must be specified in an object`);
  const fields = Object.entries(spec).flatMap(([name, value]) =>
    name === '_id' ? [] : [fieldOf(name, value, variables)],
  );
  if (!Object.hasOwn(spec, '_id'))
    throw located(15955, 'a group specification must include an _id');
  const keyOf = compileExpression(spec._id, variables);
  return (docs) => {
    const groups = new Map<string, { id: unknown; parts: readonly Accumulator[] }>();
    for (const doc of docs) {
      const scope = scopeOf(doc, variables);
      const id = keyOf(scope) ?? null;
      const key = valueKey(id);
      const group = groups.get(key) ?? { id, parts: fields.map(({ start }) => start()) };
      groups.set(key, group);
      for (const [index, { evaluate }] of fields.entries())
        group.parts[index]?.add(evaluate(scope));
    }
    return [...groups.values()].map(({ id, parts }) => groupDoc(id, fields, parts));
  };
}

function groupDoc(id: unknown, fields: readonly Field[], parts: readonly Accumulator[]): Doc {
  const result: MutableDoc = { _id: id };
  for (const [index, { name }] of fields.entries()) assign(result, name, parts[index]?.result());
  return result;
}

function fieldOf(name: string, value: unknown, variables: Variables): Field {
  if (name.includes('.')) throw located(40235, `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$'))
    throw located(40236, `The field name '${name}' cannot be an operator name`);
  if (!isDoc(value) || Object.keys(value).length === 0) {
    throw located(40234, `The field '${name}' must be an accumulator object`);
  }
  const operators = Object.keys(value);
  if (operators.length > 1)
    throw located(40238, `The field '${name}' must specify one accumulator`);
  const [operator = ''] = operators;
  if (operator === '$count') return countField(name, value.$count);
  const start = Object.hasOwn(ACCUMULATORS, operator) ? ACCUMULATORS[operator] : undefined;
  if (start === undefined) throw located(15952, `unknown group operator '${operator}'`);
  const argument = value[operator];
  if (isArray(argument) && argument.length !== 1)
    throw located(40237, `The ${operator} accumulator is a unary operator`);
  return {
    name,
    start,
    evaluate: compileExpression(isArray(argument) ? argument[0] : argument, variables),
  };
}

function countField(name: string, argument: unknown): Field {
  if (!isDoc(argument) || Object.keys(argument).length > 0) {
    throw located(9, '$count takes no arguments, i.e. $count:{}');
  }
  return { name, start: ACCUMULATORS.$sum as () => Accumulator, evaluate: () => 1 };
}
