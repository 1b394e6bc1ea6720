import { type MembersView, membersAddress } from './members-data.js';

/** Whether nobody of the institution approves what they wrote themselves; administrators decide. */
export function FourEyes({ context, institution, isAdministrator, fourEyes }: MembersView) {
  const { t } = context;
  return (
    <section aria-labelledby="four-eyes">
      <h2 id="four-eyes">{t('fourEyes.title')}</h2>
      <p>{t(fourEyes ? 'fourEyes.isOn' : 'fourEyes.isOff')}</p>
      {isAdministrator && (
        <form method="post" action={membersAddress(context, institution)}>
          <input type="hidden" name="do" value="fourEyes" />
          <button
            type="submit"
            class="button button--quiet"
            name="fourEyes"
            value={fourEyes ? 'off' : 'on'}
          >
            {t(fourEyes ? 'fourEyes.off' : 'fourEyes.on')}
          </button>
        </form>
      )}
    </section>
  );
}
