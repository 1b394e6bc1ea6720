import { AccountName } from '../form/account-name.js';
import { FaultSummary } from '../form/fault-summary.js';
import { TextField } from '../form/field.js';
import type { FormFault } from '../form/form-problems.js';
import { PasswordField } from '../form/password-field.js';
import type { PageContext } from '../page-context.js';
import type { InvitationShown } from './invitation.page.js';
import { RoleList } from './role-list.js';

interface InvitationFormProps {
  readonly context: PageContext;
  readonly invitation: InvitationShown;
  /** Whoever is invited is signed in: nothing more has to be proved. */
  readonly isOwn: boolean;
  readonly name: string;
  readonly faults: readonly FormFault[];
}

/** To what one is invited, and what it takes to accept. */
export function InvitationForm({ context, invitation, isOwn, name, faults }: InvitationFormProps) {
  const { t } = context;
  const { email, isMember } = invitation;
  return (
    <>
      <p class="lead">{t('invitation.lead')}</p>
      <RoleList context={context} {...invitation} />
      <p>{t('invitation.email', { email })}</p>
      <FaultSummary context={context} faults={faults} />
      {/* Without an address of its own it goes back to this page, whose secret is written nowhere else. */}
      <form method="post" class="form">
        <AccountName email={email} />
        {isMember ? (
          !isOwn && <KnownFields context={context} faults={faults} />
        ) : (
          <NewFields context={context} name={name} faults={faults} />
        )}
        <button type="submit" class="button">
          {t('invitation.accept')}
        </button>
      </form>
    </>
  );
}

type FieldsProps = Pick<InvitationFormProps, 'context' | 'faults'>;

function KnownFields({ context, faults }: FieldsProps) {
  const { t } = context;
  return (
    <>
      <p>{t('invitation.known')}</p>
      <PasswordField
        context={context}
        kind="current"
        name="password"
        label={t('signIn.password')}
        faults={faults}
      />
    </>
  );
}

function NewFields({ context, name, faults }: FieldsProps & { readonly name: string }) {
  const { t } = context;
  return (
    <>
      <TextField
        name="name"
        label={t('profile.name')}
        hint={t('profile.nameHint')}
        faults={faults}
        input={{ type: 'text', value: name, autocomplete: 'name', required: true }}
      />
      <PasswordField
        context={context}
        kind="new"
        name="password"
        label={t('signIn.password')}
        hint={t('password.rules')}
        faults={faults}
      />
    </>
  );
}
