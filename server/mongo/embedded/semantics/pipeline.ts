import { type Doc, isDoc } from './document.js';
import { located } from './errors.js';
import type { Variables } from './expression/values.js';
import { STAGES } from './stages.js';

/** What stages may ask of the store. */
export interface PipelineContext {
  readonly find: (collection: string, filter: Doc) => readonly Doc[] | Promise<readonly Doc[]>;
}

export type Stage = (
  docs: readonly Doc[],
  context: PipelineContext,
) => readonly Doc[] | Promise<readonly Doc[]>;

export type StageCompiler = (stages: readonly unknown[], bound?: Variables) => readonly Stage[];

/** Reads a pipeline; throws at once on unknown or faulty stages. */
export function compilePipeline(
  stages: readonly unknown[],
  variables: Variables = { NOW: new Date() },
): readonly Stage[] {
  return stages.map((stage) => {
    if (!isDoc(stage)) throw located(14, 'Each element of the pipeline array must be an object');
    const entries = Object.entries(stage);
    const [name, argument] = entries[0] ?? [''];
    if (entries.length !== 1) {
      throw located(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
    if (compile === undefined) throw located(40324, `Unrecognized pipeline stage name: '${name}'`);
    return compile(argument, variables, (inner, bound = {}) =>
      compilePipeline(inner, { ...variables, ...bound }),
    );
  });
}

/** Runs a pipeline over documents. The planner may have answered leading stages already. */
export async function runPipeline(
  docs: readonly Doc[],
  stages: readonly unknown[],
  context: PipelineContext & { readonly now?: Date },
): Promise<readonly Doc[]> {
  const { find, now = new Date() } = context;
  const steps = compilePipeline(stages, { NOW: now });
  let result = docs;
  for (const step of steps) result = await step(result, { find });
  return result;
}
