import {
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Where a value of an operation stands: an argument, and fields of inputs below it. */
export type InputPath = readonly string[];

/** A value in the place of one that the contract names. */
export interface Planted {
  readonly path: InputPath;
  /** Name of the type that the contract has there. */
  readonly type: string;
  readonly plant: (value: unknown) => unknown;
}

/** Every value that an operation takes which is not a number or a truth value, at any depth. */
export const leavesOf = (field: GraphQLField<unknown, unknown>): readonly Planted[] =>
  field.args.flatMap((arg) => leavesIn(arg.type, [arg.name], (value) => value));

function leavesIn(
  type: GraphQLInputType,
  path: InputPath,
  plant: (value: unknown) => unknown,
): readonly Planted[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return leavesIn(nullable.ofType as GraphQLInputType, path, (value) => plant([value]));
  }
  if (!isInputObjectType(nullable)) {
    const { name } = nullable as { readonly name: string };
    return name === 'Int' || name === 'Boolean' ? [] : [{ path, type: name, plant }];
  }
  const needed = neededOf(nullable);
  return Object.values(nullable.getFields()).flatMap((field) =>
    leavesIn(field.type, [...path, field.name], (value) =>
      plant({ ...needed, [field.name]: value }),
    ),
  );
}

/** Every place where an operation takes an input with fields of its own. */
export const inputsOf = (field: GraphQLField<unknown, unknown>): readonly Planted[] =>
  field.args.flatMap((arg) => inputsIn(arg.type, [arg.name], (value) => value));

function inputsIn(
  type: GraphQLInputType,
  path: InputPath,
  plant: (value: unknown) => unknown,
): readonly Planted[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return inputsIn(nullable.ofType as GraphQLInputType, path, (value) => plant([value]));
  }
  if (!isInputObjectType(nullable)) return [];
  const needed = neededOf(nullable);
  const own = (more: unknown) => plant({ ...needed, ...(more as object) });
  const below = Object.values(nullable.getFields()).flatMap((field) =>
    inputsIn(field.type, [...path, field.name], (value) => own({ [field.name]: value })),
  );
  return [{ path, type: nullable.name, plant: own }, ...below];
}

/** The least that makes an input valid. */
function neededOf(type: GraphQLInputType): Readonly<Record<string, unknown>> {
  if (!isInputObjectType(type)) return {};
  const needed = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) && field.defaultValue === undefined,
  );
  return Object.fromEntries(needed.map(({ name, type: own }) => [name, leastOf(own)]));
}

/** Arguments without which an operation is not valid. */
export const leastArguments = ({ args }: GraphQLField<unknown, unknown>) =>
  Object.fromEntries(
    args
      .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
      .map(({ name, type }) => [name, leastOf(type)]),
  );

function leastOf(type: GraphQLInputType): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [leastOf(nullable.ofType as GraphQLInputType)];
  if (isInputObjectType(nullable)) return neededOf(nullable);
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  const { name } = nullable as { readonly name: string };
  return LEAST[name] ?? 'x';
}

const LEAST: Readonly<Record<string, unknown>> = {
  Int: 1,
  Boolean: false,
  CountryCode: 'DM',
  LocalDate: '2020-12-04',
  DateTime: '2020-12-04T10:00:00.000Z',
};
