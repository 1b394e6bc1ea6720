import { InvalidArgumentError } from 'commander';
import type { GivenVariable } from '../../server/embed/stored-variables.js';

/** Adds `country=GT` to those that were given before; the same name again adds a value. */
export const collectVariable =
  (isOpen: boolean) =>
  (text: string, before: readonly GivenVariable[] = []): readonly GivenVariable[] => {
    const [, name, value] = /^\$?(\w+)(?:=(.*))?$/s.exec(text) ?? [];
    if (!name) throw new InvalidArgumentError('Write it as name=value.');
    if (value === undefined && !isOpen) throw new InvalidArgumentError('Write it as name=value.');
    const values = value ? [value] : [];
    const known = before.find((one) => one.name === name);
    if (!known) return [...before, { name, values, isOpen }];
    const more = { ...known, values: [...known.values, ...values] };
    return before.map((one) => (one === known ? more : one));
  };
