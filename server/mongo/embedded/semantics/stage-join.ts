import { type Doc, isArray, isDoc } from './document.js';
import { failedToParse, located } from './errors.js';
import { compileExpression } from './expression/compile.js';
import { type Evaluate, scopeOf, type Variables } from './expression/values.js';
import { checkedPath } from './field-path.js';
import { visitPath } from './path-visit.js';
import type { PipelineContext, Stage, StageCompiler } from './pipeline.js';
import { setPath } from './stage-shape.js';
import { valueKey } from './value-key.js';

interface Join {
  readonly from: string;
  readonly as: readonly string[];
  readonly localPath: readonly string[] | undefined;
  readonly foreignPath: readonly string[] | undefined;
  readonly variables: readonly (readonly [string, Evaluate])[];
  readonly pipeline: readonly unknown[] | undefined;
}

/** `$lookup` by equal fields, by a pipeline, or both. All matches by field come from a single query. */
export function compileLookup(spec: unknown, around: Variables, compile: StageCompiler): Stage {
  const join = readJoin(spec, around);
  const inner = innerPipeline(join, around, compile);
  return async (docs, context) => {
    const candidates = await foreignDocs(docs, join, context);
    const joined: Doc[] = [];
    for (const doc of docs) {
      let found = candidates(doc);
      for (const step of inner(doc)) found = await step(found, context);
      joined.push(setPath(doc, join.as, found));
    }
    return joined;
  };
}

/** Compiled at once, so that a faulty pipeline is refused; with `let` again for each document and its values. */
function innerPipeline({ pipeline, variables }: Join, around: Variables, compile: StageCompiler) {
  if (pipeline === undefined) return () => [];
  const names = Object.fromEntries(variables.map(([name]) => [name, undefined]));
  const steps = compile(pipeline, names);
  if (variables.length === 0) return () => steps;
  return (doc: Doc) => {
    const scope = scopeOf(doc, around);
    const bound = variables.map(([name, evaluate]) => [name, evaluate(scope)]);
    return compile(pipeline, Object.fromEntries(bound) as Variables);
  };
}

type Candidates = (doc: Doc) => readonly Doc[];

async function foreignDocs(
  docs: readonly Doc[],
  join: Join,
  context: PipelineContext,
): Promise<Candidates> {
  const { from, localPath, foreignPath } = join;
  if (localPath === undefined || foreignPath === undefined) {
    const all = await context.find(from, {});
    return () => all;
  }
  const wanted = new Map<string, unknown>();
  for (const doc of docs) {
    for (const value of localValues(doc, localPath)) wanted.set(valueKey(value), value);
  }
  const filter = { [foreignPath.join('.')]: { $in: [...wanted.values()] } };
  const foreign = await context.find(from, filter);
  const places = placesByKey(foreign, foreignPath);
  return (doc) => {
    const keys = new Set(localValues(doc, localPath).map(valueKey));
    const found = new Set([...keys].flatMap((key) => places.get(key) ?? []));
    // In the order of the other collection, whatever the order of the values.
    return [...found].sort((a, b) => a - b).map((place) => foreign[place] as Doc);
  };
}

function placesByKey(docs: readonly Doc[], path: readonly string[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [place, doc] of docs.entries()) {
    for (const key of foreignKeys(doc, path)) {
      const group = places.get(key);
      if (group === undefined) places.set(key, [place]);
      else group.push(place);
    }
  }
  return places;
}

/** The values that a document is joined by: the elements of an array one by one; none at all counts as null. */
function localValues(doc: Doc, path: readonly string[]): unknown[] {
  const values: unknown[] = [];
  visitPath(doc, path, false, (value) => {
    if (isArray(value)) values.push(...value);
    else if (value !== undefined) values.push(value);
    return false;
  });
  return values.length > 0 ? values : [null];
}

function foreignKeys(doc: Doc, path: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  visitPath(doc, path, true, (value) => {
    keys.add(valueKey(value ?? null));
    return false;
  });
  return keys;
}

function readJoin(spec: unknown, around: Variables): Join {
  if (!isDoc(spec)) throw failedToParse('the $lookup specification must be an Object');
  const known = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];
  const strange = Object.keys(spec).find((name) => !known.includes(name));
  if (strange !== undefined) throw failedToParse(`unknown argument to $lookup: ${strange}`);
  const { pipeline, let: variables = {} } = spec;
  const [from, as, local, foreign] = [spec.from, spec.as, spec.localField, spec.foreignField].map(
    textOrNone,
  );
  if (as === undefined) throw failedToParse(`must specify 'as' field for a $lookup`);
  if (from === undefined) throw failedToParse(`must specify 'from' field for a $lookup`);
  if ((local === undefined) !== (foreign === undefined)) {
    throw failedToParse(
      '$lookup requires both or neither of localField and foreignField to be specified',
    );
  }
  if (local === undefined && pipeline === undefined) {
    throw failedToParse(
      `$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified`,
    );
  }
  if (pipeline !== undefined && !isArray(pipeline))
    throw located(14, '$lookup pipeline must be an array');
  if (!isDoc(variables)) throw failedToParse(`$lookup argument 'let' must be an object`);
  return {
    from,
    as: checkedPath(as),
    localPath: local === undefined ? undefined : checkedPath(local),
    foreignPath: foreign === undefined ? undefined : checkedPath(foreign),
    variables: Object.entries(variables).map(
      ([name, value]) => [name, compileExpression(value, around)] as const,
    ),
    pipeline,
  };
}

function textOrNone(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw failedToParse('$lookup arguments must be strings');
}
