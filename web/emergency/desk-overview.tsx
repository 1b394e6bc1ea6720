import type { Stage } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import { type DeskOption, type DeskOptions, deskAddress } from './desk-choice.js';
import { stepsFor } from './desk-list.js';
import type { DeskProtocol } from './desk-protocols.js';

interface DeskOverviewProps {
  readonly context: PageContext;
  readonly protocols: readonly DeskProtocol[];
  readonly options: DeskOptions;
}

/** How many steps there are for each hazard and stage, so that nobody has to guess. */
export function DeskOverview({ context, protocols, options }: DeskOverviewProps) {
  const { t } = context;
  if (options.hazards.length === 0) return <p class="notice">{t('emergency.noProtocols')}</p>;
  return (
    <section class="desk__overview" data-no-print>
      <table>
        <caption>{t('emergency.overview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('emergency.hazard')}</th>
            {options.stages.map((stage) => (
              <th key={stage} scope="col">
                {t(`stage.${stage}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {options.hazards.map((hazard) => (
            <tr key={hazard.value}>
              <th scope="row">
                <a href={context.to(deskAddress({ hazard }))}>{hazard.name}</a>
              </th>
              {options.stages.map((stage) => (
                <td key={stage} data-label={t(`stage.${stage}`)}>
                  <StepCount
                    context={context}
                    protocols={protocols}
                    hazard={hazard}
                    stage={stage}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface StepCountProps extends Omit<DeskOverviewProps, 'options'> {
  readonly hazard: DeskOption;
  readonly stage: Stage;
}

function StepCount({ context, protocols, hazard, stage }: StepCountProps) {
  const choice = { hazard, stage, role: null };
  const count = protocols.reduce((sum, each) => sum + stepsFor(each, choice).length, 0);
  const { t } = context;
  if (count === 0) return <span class="count">{t('emergency.noSteps')}</span>;
  return (
    <a href={context.to(deskAddress(choice))}>
      {t('emergency.stepCount', { count })}
      <span class="visually-hidden">
        {': '}
        {hazard.name}, {t(`stage.${stage}`)}
      </span>
    </a>
  );
}
