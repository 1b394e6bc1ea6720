import { SelectField, TextField } from '../form/field.js';
import { LOCALES, OWN_NAMES } from '../locales.js';
import { type AccountParts, faultsIn } from './account-data.js';

/** Name and language of mail. */
export function ProfileForm(parts: AccountParts) {
  const { context, account, sent } = parts;
  const { t } = context;
  const faults = faultsIn(parts, 'profile');
  const given = faults.length > 0 ? sent?.fields : null;
  return (
    <section aria-labelledby="profile">
      <h2 id="profile">{t('profile.title')}</h2>
      <form method="post" action={context.to('/account')} class="form">
        <TextField
          name="name"
          label={t('profile.name')}
          hint={t('profile.nameHint')}
          faults={faults}
          input={{
            type: 'text',
            value: given?.get('name') ?? account.member.name,
            autocomplete: 'name',
            required: true,
          }}
        />
        <SelectField
          name="locale"
          label={t('profile.locale')}
          value={given?.get('locale') ?? account.member.locale}
          options={LOCALES.map((locale) => [locale.toUpperCase(), OWN_NAMES[locale]] as const)}
        />
        <button type="submit" class="button" name="do" value="profile">
          {t('profile.save')}
        </button>
      </form>
    </section>
  );
}
