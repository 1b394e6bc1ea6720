import { type Doc, isDoc } from './document.js';
import { badValue, failedToParse, typeMismatch } from './errors.js';
import { isNumeric, toDouble } from './numbers.js';
import { compareValues, equalValues } from './order.js';
import { typeName } from './type-names.js';
import { ARRAY_CHANGES } from './update-arrays.js';
import type { Change } from './update-path.js';

/** Builds the change that one operator makes at one path. */
export type ChangeFactory = (argument: unknown, path: string, now: Date) => Change;

/** The update operators on single fields, and those on arrays. */
export const CHANGES: Readonly<Record<string, ChangeFactory>> = {
  ...ARRAY_CHANGES,
  $set: (argument) => creating((current) => replace(current, argument)),
  $setOnInsert: (argument) => creating((current) => replace(current, argument)),
  $unset: () => ({ creates: false, lenient: true, apply: () => undefined }),
  $inc: (argument, path) => {
    const by = amount(argument, 'increment');
    return creating((current) => by + (current === undefined ? 0 : operand(current, path, '$inc')));
  },
  $mul: (argument, path) => {
    const by = amount(argument, 'multiply');
    return creating((current) => (current === undefined ? 0 : by * operand(current, path, '$mul')));
  },
  $min: (argument) =>
    creating((current) =>
      current === undefined || compareValues(argument, current) < 0 ? argument : current,
    ),
  $max: (argument) =>
    creating((current) =>
      current === undefined || compareValues(argument, current) > 0 ? argument : current,
    ),
  $currentDate: (argument, _path, now) => {
    checkDateType(argument);
    return creating(() => now);
  },
};

const creating = (apply: Change['apply']): Change => ({ creates: true, apply });

/** The old value when the new one equals it, so that nothing counts as modified. */
export const replace = (current: unknown, value: unknown): unknown =>
  current !== undefined && equalValues(current, value) ? current : value;

function amount(argument: unknown, verb: string): number {
  if (isNumeric(argument)) return toDouble(argument);
  throw typeMismatch(`Cannot ${verb} with non-numeric argument`);
}

function operand(current: unknown, path: string, name: string): number {
  if (isNumeric(current)) return toDouble(current);
  throw typeMismatch(
    `Cannot apply ${name} to a value of non-numeric type: the field '${path}' is of type ${typeName(current)}`,
  );
}

function checkDateType(argument: unknown): void {
  if (typeof argument === 'boolean') return;
  if (!isDoc(argument)) {
    throw badValue(`${typeName(argument)} is not valid type for $currentDate`);
  }
  const strange = Object.keys(argument).find((name) => name !== '$type');
  if (strange !== undefined) throw badValue(`Unrecognized $currentDate option: ${strange}`);
  if (argument.$type === 'date') return;
  if (argument.$type === 'timestamp')
    throw badValue('$currentDate with timestamps is not supported');
  throw badValue(`The '$type' string field is required to be 'date' or 'timestamp'`);
}

/** The fields under one operator; anything but a document is refused. */
export function operatorFields(name: string, argument: unknown): Doc {
  if (isDoc(argument)) return argument;
  throw failedToParse(
    `Modifiers operate on fields but we found type ${typeName(argument)} instead. For example: {$mod: {<field>: ...}} not {${name}: ...}`,
  );
}
