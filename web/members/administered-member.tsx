import { CheckFields } from '../form/field.js';
import { type ListedMember, type MembersView, membersAddress } from './members-data.js';

export const HUB_ROLES = ['CURATOR', 'ADMINISTRATOR'] as const;

interface AdministeredMemberProps {
  readonly view: MembersView;
  readonly member: ListedMember;
}

/** What only administrators change. */
export function AdministeredMember({ view, member }: AdministeredMemberProps) {
  const { context, institution } = view;
  const { t } = context;
  const { id, name, hubRoles, isDisabled } = member;
  return (
    <form method="post" action={membersAddress(context, institution)}>
      <input type="hidden" name="member" value={id} />
      <CheckFields
        name="hubRoles"
        id={`roles-${id}`}
        label={t('members.hubRoles')}
        values={hubRoles}
        options={HUB_ROLES.map((role) => [role, t(`hubRole.${role}`)] as const)}
      />
      <div class="form__buttons">
        <button type="submit" class="button button--quiet" name="do" value="hubRoles">
          {t('members.save')}
        </button>
        <button type="submit" class="button button--quiet" name="do" value="resetLink">
          {t('members.resetLink')}
        </button>
      </div>
      {!isDisabled && <p>{t('members.disableQuestion', { name })}</p>}
      <button
        type="submit"
        class={isDisabled ? 'button' : 'button button--danger'}
        name="do"
        value={isDisabled ? 'enable' : 'disable'}
      >
        {t('members.of.name', {
          action: t(isDisabled ? 'members.enable' : 'members.disable'),
          name,
        })}
      </button>
    </form>
  );
}
