import type { Choice } from './choices.js';
import { describedBy, Fault, type FormParts, Hint, idOfField } from './form-field.js';
import type { CodeList } from './record-fields.js';

interface ChecklistProps {
  readonly parts: FormParts;
  readonly name: CodeList;
  readonly label: string;
  readonly hint?: string;
  readonly choices: readonly Choice[];
  readonly isNeeded?: boolean;
}

/** Lists of more than this get a field that narrows them, where there is a script. */
const SHORT = 12;

/** Several of a vocabulary; folded, with what is chosen said outside. */
export function Checklist({ parts, name, label, hint, choices, isNeeded }: ChecklistProps) {
  const { context, form, faults } = parts;
  const { t, texts } = context;
  const id = idOfField(name);
  const chosen = new Set(form.getAll(name));
  const fault = faults.get(name);
  const names = [...chosen].map((code) => choices.find((one) => one.code === code)?.name ?? code);
  return (
    <fieldset
      class="entry checklist"
      id={id}
      tabIndex={-1}
      aria-describedby={describedBy(id, { fault, hint })}
    >
      <legend>
        {label}
        {isNeeded && <span class="entry__needed"> ({t('form.needed')})</span>}
      </legend>
      <Hint id={id} hint={hint} />
      <Fault id={id} fault={fault} />
      <details open={fault !== undefined}>
        <summary>
          <span data-chosen={t('form.noneChosen')}>
            {names.length > 0 ? texts.list(names) : t('form.noneChosen')}
          </span>
        </summary>
        {choices.length > SHORT && (
          <label class="checklist__filter" hidden>
            <span>{t('form.narrow')}</span>
            <input type="search" data-filter autocomplete="off" />
          </label>
        )}
        <ul>
          {treeOf(choices).map((choice) => (
            <Box key={choice.code} name={name} choice={choice} isChosen={chosen.has(choice.code)} />
          ))}
          {[...chosen]
            .filter((code) => !choices.some((one) => one.code === code))
            .map((code) => (
              <Box key={code} name={name} choice={{ code, name: code }} isChosen />
            ))}
        </ul>
      </details>
    </fieldset>
  );
}

interface BoxProps {
  readonly name: string;
  readonly choice: Choice;
  readonly isChosen: boolean;
}

function Box({ name, choice, isChosen }: BoxProps) {
  return (
    <li class={choice.within ? 'checklist__narrower' : undefined}>
      <label>
        <input type="checkbox" name={name} value={choice.code} checked={isChosen} />
        <span>{choice.name}</span>
      </label>
    </li>
  );
}

/** What belongs under something follows it; the rest keeps its order. */
function treeOf(choices: readonly Choice[]): readonly Choice[] {
  const under = (code: string): readonly Choice[] =>
    choices
      .filter(({ within }) => within === code)
      .flatMap((choice) => [choice, ...under(choice.code)]);
  const known = new Set(choices.map(({ code }) => code));
  const tops = choices.filter(({ within }) => !within || !known.has(within));
  return tops.flatMap((top) => [top, ...under(top.code)]);
}
