import { isAdministrator } from '../account/viewer-roles.js';
import { SelectField, TextAreaField, TextField } from '../form/field.js';
import type { FormFault } from '../form/form-problems.js';
import type { PageContext } from '../page-context.js';
import type { InstitutionOption } from '../workspace/institutions.js';
import type { KeptPartner } from './partner-data.js';

interface PartnerFieldsProps {
  readonly context: PageContext;
  readonly faults: readonly FormFault[];
  /** What was sent and has to be mended. */
  readonly given: URLSearchParams | null;
  readonly institutions: readonly InstitutionOption[];
  readonly partner?: KeptPartner;
}

/** What people decide about a partner. */
export function PartnerFields(props: PartnerFieldsProps) {
  const { context, faults, given, partner } = props;
  const { t } = context;
  const origins = given?.get('origins') ?? partner?.origins.join('\n') ?? '';
  return (
    <>
      <TextField
        name="name"
        label={t('partner.name')}
        faults={faults}
        input={{
          type: 'text',
          value: given?.get('name') ?? partner?.name ?? '',
          autocomplete: 'off',
          required: true,
          maxLength: 200,
        }}
      />
      <InstitutionField {...props} />
      <TextField
        name="contact"
        label={t('partner.contact')}
        hint={t('partner.contactHint')}
        faults={faults}
        input={{
          type: 'email',
          value: given?.get('contact') ?? partner?.contact ?? '',
          autocomplete: 'off',
          required: true,
          maxLength: 254,
        }}
      />
      <TextAreaField
        name="origins"
        label={t('partner.origins')}
        hint={t('partner.originsHint')}
        faults={faults}
        rows={4}
        value={origins}
      />
    </>
  );
}

function InstitutionField({ context, faults, given, partner, institutions }: PartnerFieldsProps) {
  const { t, viewer } = context;
  const own = given?.get('actor') ?? partner?.actor?.id ?? '';
  const none = viewer && isAdministrator(viewer) ? [['', t('partner.noActor')] as const] : [];
  const listed = institutions.map(({ value, name }) => [value, name] as const);
  return (
    <SelectField
      name="actor"
      label={t('partner.actor')}
      hint={t('partner.actorHint')}
      faults={faults}
      value={own || (partner ? '' : (listed[0]?.[0] ?? ''))}
      options={[...none, ...listed]}
    />
  );
}
