import { CheckFields, SelectField, TextField } from '../form/field.js';
import { type AccountParts, faultsIn } from './account-data.js';
import { TOKEN_DAYS, TOKEN_SCOPES } from './token-scopes.js';

const USUAL_DAYS = '90';

/** Folded, unless something in it is to be mended. */
export function TokenForm(parts: AccountParts) {
  const { context, sent } = parts;
  const { t } = context;
  const faults = faultsIn(parts, 'newToken');
  const given = faults.length > 0 ? sent?.fields : null;
  return (
    <details open={faults.length > 0}>
      <summary>{t('token.new')}</summary>
      <form method="post" action={context.to('/account')} class="form">
        <TextField
          name="tokenName"
          label={t('token.name')}
          hint={t('token.nameHint')}
          faults={faults}
          input={{
            type: 'text',
            value: given?.get('tokenName') ?? '',
            autocomplete: 'off',
            required: true,
          }}
        />
        <CheckFields
          name="scopes"
          label={t('token.scopes')}
          hint={t('token.scopesHint')}
          faults={faults}
          values={given?.getAll('scopes') ?? ['READ']}
          options={TOKEN_SCOPES.map(
            (scope) => [scope, t(`token.scope.${scope}`), t(`token.scopeHint.${scope}`)] as const,
          )}
        />
        <SelectField
          name="days"
          label={t('token.days')}
          value={given?.get('days') ?? USUAL_DAYS}
          options={TOKEN_DAYS.map(
            (days) => [String(days), t('token.daysOption', { count: days })] as const,
          )}
        />
        <button type="submit" class="button" name="do" value="newToken">
          {t('token.create')}
        </button>
      </form>
    </details>
  );
}
