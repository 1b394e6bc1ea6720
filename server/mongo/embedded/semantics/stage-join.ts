import { type Doc, isArray, isDoc } from './document.js';
import { failedToParse, located } from './errors.js';
import { compileExpression } from './expression/compile.js';
import { type Evaluate, scopeOf } from './expression/values.js';
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
export function compileLookup(spec: unknown, compilePipeline: StageCompiler): Stage {
  const join = readJoin(spec);
  const { pipeline } = join;
  // Compiled once here so that a faulty inner pipeline is refused even when nothing is joined.
  if (pipeline !== undefined) compilePipeline(pipeline);
  return async (docs, context) => {
    const candidates = await foreignDocs(docs, join, context);
    const joined: Doc[] = [];
    for (const doc of docs) {
      const found = await matchesOf(doc, join, candidates, context, compilePipeline);
      joined.push(setPath(doc, join.as, found));
    }
    return joined;
  };
}

type Candidates = readonly Doc[] | ReadonlyMap<string, readonly Doc[]>;

async function foreignDocs(docs: readonly Doc[], join: Join, context: PipelineContext) {
  const { from, localPath, foreignPath } = join;
  if (localPath === undefined || foreignPath === undefined) return context.find(from, {});
  const wanted = new Map<string, unknown>();
  for (const doc of docs) {
    for (const value of localValues(doc, localPath)) wanted.set(valueKey(value), value);
  }
  const filter = { [foreignPath.join('.')]: { $in: [...wanted.values()] } };
  const byKey = new Map<string, Doc[]>();
  for (const foreign of await context.find(from, filter)) {
    for (const key of foreignKeys(foreign, foreignPath)) {
      const group = byKey.get(key);
      if (group === undefined) byKey.set(key, [foreign]);
      else group.push(foreign);
    }
  }
  return byKey;
}

async function matchesOf(
  doc: Doc,
  join: Join,
  candidates: Candidates,
  context: PipelineContext,
  compilePipeline: StageCompiler,
): Promise<readonly Doc[]> {
  const found =
    candidates instanceof Map ? equalDocs(doc, join, candidates) : (candidates as readonly Doc[]);
  if (join.pipeline === undefined) return found;
  const scope = scopeOf(doc, context.variables);
  const bound = Object.fromEntries(
    join.variables.map(([name, evaluate]) => [name, evaluate(scope)]),
  );
  const inner: PipelineContext = { ...context, variables: { ...context.variables, ...bound } };
  let result = found;
  for (const stage of compilePipeline(join.pipeline)) result = await stage(result, inner);
  return result;
}

function equalDocs(doc: Doc, join: Join, candidates: ReadonlyMap<string, readonly Doc[]>) {
  const keys = new Set(localValues(doc, join.localPath ?? []).map(valueKey));
  const [only] = keys;
  if (keys.size === 1 && only !== undefined) return candidates.get(only) ?? [];
  return [...new Set([...keys].flatMap((key) => candidates.get(key) ?? []))];
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

function readJoin(spec: unknown): Join {
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
      ([name, value]) => [name, compileExpression(value)] as const,
    ),
    pipeline,
  };
}

function textOrNone(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw failedToParse('$lookup arguments must be strings');
}
