import { allActors } from '../actor/all-actors.js';
import { SelectField } from '../form/field.js';
import type { PageContext } from '../page-context.js';
import type { Institution, MembersScope } from './members-data.js';

/** The institutions to choose from: all of them for administrators. */
export async function readChoices(
  context: PageContext,
  { isAdministrator, own }: MembersScope,
): Promise<readonly Institution[]> {
  if (!isAdministrator) return own;
  return allActors(context);
}

interface InstitutionChoiceProps {
  readonly context: PageContext;
  readonly scope: MembersScope;
  readonly choices: readonly Institution[];
}

/** Nothing where there is only one. */
export function InstitutionChoice({ context, scope, choices }: InstitutionChoiceProps) {
  const { t } = context;
  if (choices.length < 2 && !scope.isAdministrator) return null;
  const whole = scope.isAdministrator ? [['', t('members.whole')] as const] : [];
  return (
    <form action={context.to('/members')} class="form form--row">
      <SelectField
        name="institution"
        label={t('members.institution')}
        value={scope.institution?.slug ?? ''}
        options={[...whole, ...choices.map(({ slug, name }) => [slug, name] as const)]}
      />
      <button type="submit" class="button button--quiet">
        {t('members.show')}
      </button>
    </form>
  );
}
