import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';
import type { DeskChoice, DeskOption, DeskOptions } from './desk-choice.js';

interface DeskFormProps {
  readonly context: PageContext;
  readonly options: DeskOptions;
  readonly choice: DeskChoice;
}

/** A plain form: its answers become the address. */
export function DeskForm({ context, options, choice }: DeskFormProps) {
  const { t } = context;
  const stages = options.stages.map((stage) => ({ value: stage, name: t(`stage.${stage}`) }));
  const chosenStage = choice.stage && { value: choice.stage, name: '' };
  return (
    <form class="desk__form" action={context.to('/emergency')} data-no-print>
      <Choice
        name="hazard"
        label={t('emergency.hazard')}
        any={t('emergency.anyHazard')}
        options={options.hazards}
        chosen={choice.hazard}
      />
      <Choice
        name="stage"
        label={t('emergency.stage')}
        any={t('emergency.anyStage')}
        options={stages}
        chosen={chosenStage}
      />
      <Choice
        name="role"
        label={t('emergency.role')}
        any={t('emergency.anyRole')}
        options={options.roles}
        chosen={choice.role}
      />
      <button type="submit" class="button">
        <Icon name="check" />
        {t('emergency.show')}
      </button>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  /** What leaves it open. */
  readonly any: string;
  readonly options: readonly DeskOption[];
  readonly chosen: DeskOption | null;
}

function Choice({ name, label, any, options, chosen }: ChoiceProps) {
  const isListed = options.some(({ value }) => value === chosen?.value);
  const all = chosen && !isListed && name === 'role' ? withChosen(options, chosen) : options;
  return (
    <p>
      <label for={`desk-${name}`}>{label}</label>
      <select id={`desk-${name}`} name={name}>
        <option value="">{any}</option>
        {all.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === chosen?.value}>
            {option.name}
          </option>
        ))}
      </select>
    </p>
  );
}

/** Two languages may give a role its name by different steps: the one of the address wins. */
const withChosen = (options: readonly DeskOption[], chosen: DeskOption): readonly DeskOption[] =>
  options.map((option) => (option.name === chosen.name ? chosen : option));
