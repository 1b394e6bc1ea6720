import type { PageContext } from '../page-context.js';
import { type Institution, membersAddress } from './members-data.js';

interface FourEyesProps {
  readonly context: PageContext;
  readonly institution: Institution;
}

/** Whether nobody of the institution approves what they wrote themselves. */
export function FourEyes({ context, institution }: FourEyesProps) {
  const { t } = context;
  return (
    <section aria-labelledby="four-eyes">
      <h2 id="four-eyes">{t('fourEyes.title')}</h2>
      <p>{t('fourEyes.lead')}</p>
      <form method="post" action={membersAddress(context, institution)} class="form__buttons">
        <input type="hidden" name="do" value="fourEyes" />
        <button type="submit" class="button button--quiet" name="fourEyes" value="on">
          {t('fourEyes.on')}
        </button>
        <button type="submit" class="button button--quiet" name="fourEyes" value="off">
          {t('fourEyes.off')}
        </button>
      </form>
    </section>
  );
}
