import type { PageContext } from '../page-context.js';
import { type FieldProps, TextField } from './field.js';

interface PasswordFieldProps extends FieldProps {
  readonly context: PageContext;
  /** What password managers are to offer. */
  readonly kind: 'current' | 'new';
}

/** The island `form` shows the button, which shows what is typed. */
export function PasswordField({ context, kind, ...field }: PasswordFieldProps) {
  const { t } = context;
  return (
    <TextField
      {...field}
      input={{
        type: 'password',
        autocomplete: `${kind}-password`,
        required: true,
        maxLength: 400,
        autocapitalize: 'none',
        spellcheck: false,
      }}
    >
      <button
        type="button"
        class="button button--quiet"
        hidden
        data-show-password={field.id ?? field.name}
        data-hide={t('form.hide')}
        aria-label={t('form.showPassword')}
        data-hide-label={t('form.hidePassword')}
      >
        {t('form.show')}
      </button>
    </TextField>
  );
}
