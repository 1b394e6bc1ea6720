import type { PageContext } from '../page-context.js';
import { langOf, type Step } from './item-data.js';

interface StepsProps {
  readonly context: PageContext;
  readonly steps: readonly Step[];
}

/** The steps by stage, each with a box to tick on screen or on paper. */
export function ProtocolSteps({ context, steps }: StepsProps) {
  if (steps.length === 0) return null;
  const { t } = context;
  return (
    <section class="steps">
      <h2>{t('protocol.steps')}</h2>
      <p class="count">{t('protocol.stepsHint')}</p>
      {byStage(steps).map(([stage, ofStage]) => (
        <section key={stage} class="steps__stage">
          <h3>{stage ? t(`stage.${stage}`) : t('protocol.otherSteps')}</h3>
          <ol>
            {ofStage.map((step) => (
              <StepRow key={step.number} context={context} step={step} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

interface StepProps {
  readonly context: PageContext;
  readonly step: Step;
}

/** A step with its box, who answers for it, what it needs and by when. */
export function StepRow({ context, step }: StepProps) {
  const { t } = context;
  const lang = langOf(context, step.locale);
  const facts = [
    [t('protocol.responsible'), step.responsible],
    [t('protocol.tool'), step.tool],
    [t('protocol.timeLimit'), step.timeLimit],
  ].filter(([, value]) => value);
  return (
    <li class="step" value={step.number}>
      <label>
        <input type="checkbox" autocomplete="off" />
        <span class="step__number">{step.number}.</span>
        <span lang={lang}>{step.text}</span>
      </label>
      {facts.length > 0 && (
        <dl class="step__facts">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd lang={lang}>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

/** Stages in the order in which the steps come to them. */
export function byStage(
  steps: readonly Step[],
): readonly (readonly [Step['stage'], readonly Step[]])[] {
  const groups = new Map<Step['stage'], Step[]>();
  for (const step of steps) groups.set(step.stage, [...(groups.get(step.stage) ?? []), step]);
  return [...groups];
}
