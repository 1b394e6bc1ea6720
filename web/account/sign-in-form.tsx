import { TextField } from '../form/field.js';
import { HiddenFields } from '../form/hidden-fields.js';
import { PasswordField } from '../form/password-field.js';
import type { PageContext } from '../page-context.js';
import { type CarriedForm, packed } from './carried-form.js';

interface SignInFormProps {
  readonly context: PageContext;
  readonly next: string | null;
  readonly email: string;
  readonly carried: CarriedForm | null;
}

export function SignInForm({ context, next, email, carried }: SignInFormProps) {
  const { t } = context;
  return (
    <form method="post" action={context.to('/sign-in')} class="form">
      <TextField
        name="email"
        label={t('signIn.email')}
        input={{
          type: 'email',
          value: email,
          autocomplete: 'username',
          required: true,
          maxLength: 254,
        }}
      />
      <PasswordField
        context={context}
        kind="current"
        name="password"
        label={t('signIn.password')}
      />
      <HiddenFields
        fields={[...(next ? [['next', next] as const] : []), ...(carried ? packed(carried) : [])]}
      />
      <button type="submit" class="button">
        {t('signIn.submit')}
      </button>
    </form>
  );
}
