import { SelectField, TextField } from '../form/field.js';
import { LOCALES, OWN_NAMES } from '../locales.js';
import { type MembersOutcome, type MembersView, membersAddress } from './members-data.js';

interface InviteFormProps {
  readonly view: MembersView;
  readonly outcome: MembersOutcome;
}

export function InviteForm({ view: { context, institution }, outcome }: InviteFormProps) {
  const { t } = context;
  const { faults = [], form } = outcome;
  const given = faults.length > 0 ? form : undefined;
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">{t('invite.title')}</h2>
      <form method="post" action={membersAddress(context, institution)} class="form">
        <TextField
          name="email"
          label={t('invite.email')}
          faults={faults}
          input={{
            type: 'email',
            value: given?.get('email') ?? '',
            autocomplete: 'off',
            required: true,
            maxLength: 254,
          }}
        />
        <SelectField
          name="role"
          label={t('invite.role')}
          hint={t('invite.roleHint')}
          value={given?.get('role') ?? 'CONTRIBUTOR'}
          options={(['CONTRIBUTOR', 'EDITOR'] as const).map(
            (role) => [role, t(`memberRole.${role}`)] as const,
          )}
        />
        <SelectField
          name="locale"
          label={t('invite.locale')}
          value={given?.get('locale') ?? context.locale.toUpperCase()}
          options={LOCALES.map((locale) => [locale.toUpperCase(), OWN_NAMES[locale]] as const)}
        />
        <button type="submit" class="button" name="do" value="invite">
          {t('invite.submit')}
        </button>
      </form>
    </section>
  );
}
