import { type Doc, isDoc } from './document.js';
import { located, StoreError } from './errors.js';
import type { Variables } from './expression/values.js';
import { compileAggregateProjection } from './project.js';
import { compileAddFields, compileUnset } from './stage-fields.js';
import { compileReplaceRoot } from './stage-shape.js';
import { STAGES } from './stages.js';

type Transform = (doc: Doc) => Doc;

const UPDATE_STAGES: Readonly<
  Record<string, (argument: unknown, variables: Variables) => Transform>
> = {
  $set: compileAddFields,
  $addFields: compileAddFields,
  $unset: compileUnset,
  $project: compileAggregateProjection,
  $replaceRoot: compileReplaceRoot,
  $replaceWith: (argument, variables) => compileReplaceRoot({ newRoot: argument }, variables),
};

/** An update written as a pipeline: only stages that turn one document into one. */
export function compileUpdatePipeline(stages: readonly unknown[], variables: Variables): Transform {
  const steps = stages.map((stage) => compileStep(stage, variables));
  return (doc) => steps.reduce((current, step) => step(current), doc);
}

function compileStep(stage: unknown, variables: Variables): Transform {
  const entries = isDoc(stage) ? Object.entries(stage) : [];
  const [name, argument] = entries[0] ?? [''];
  const compile = Object.hasOwn(UPDATE_STAGES, name) ? UPDATE_STAGES[name] : undefined;
  if (compile !== undefined && entries.length === 1) return compile(argument, variables);
  if (!Object.hasOwn(STAGES, name)) {
    throw located(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
  const message = `${name} is not allowed to be used within an update`;
  throw new StoreError(72, 'InvalidOptions', message);
}
