import { HiddenFields } from '../form/hidden-fields.js';
import type { PageContext } from '../page-context.js';
import type { CarriedForm } from './carried-form.js';

interface BesideProps {
  readonly context: PageContext;
  readonly carried: CarriedForm;
}

/** For every other way of signing in: in another tab, while what was written waits in this one. */
export function SignInBeside({ context, carried: { address, fields } }: BesideProps) {
  const { t } = context;
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{t('signIn.beside')}</h2>
      <p>
        <a href={context.to('/sign-in')} target="_blank" rel="noopener">
          {t('ended.signIn')}
        </a>
      </p>
      <form method="post" action={address} class="carried">
        <HiddenFields fields={fields} />
        <button type="submit" class="button button--quiet">
          {t('ended.again')}
        </button>
      </form>
    </section>
  );
}
