import { type Doc, isDoc } from './document.js';
import { StoreError } from './errors.js';
import { compileAggregateProjection } from './project.js';
import { compileAddFields, compileUnset } from './stage-fields.js';
import { compileReplaceRoot } from './stage-shape.js';

type Transform = (doc: Doc) => Doc;

const STAGES: Readonly<Record<string, (argument: unknown, now: Date) => Transform>> = {
  $set: compileAddFields,
  $addFields: compileAddFields,
  $unset: compileUnset,
  $project: compileAggregateProjection,
  $replaceRoot: compileReplaceRoot,
  $replaceWith: (argument, now) => compileReplaceRoot({ newRoot: argument }, now),
};

/** An update written as a pipeline: only stages that turn one document into one. */
export function compileUpdatePipeline(stages: readonly unknown[], now: Date): Transform {
  const steps = stages.map((stage) => compileStep(stage, now));
  return (doc) => steps.reduce((current, step) => step(current), doc);
}

function compileStep(stage: unknown, now: Date): Transform {
  const entries = isDoc(stage) ? Object.entries(stage) : [];
  const [name, argument] = entries[0] ?? [''];
  const compile = Object.hasOwn(STAGES, name) ? STAGES[name] : undefined;
  if (compile !== undefined && entries.length === 1) return compile(argument, now);
  const message = `${name} is not allowed to be used within an update`;
  throw new StoreError(72, 'InvalidOptions', message);
}
