import { HiddenFields } from '../form/hidden-fields.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import type { CarriedForm } from './carried-form.js';
import { keptNowhere } from './private-page.js';

/** After signing in: what was written before is sent by its author, not behind her back. */
export function goOnPage(context: PageContext, { address, fields }: CarriedForm): PageAnswer {
  const { t } = context;
  const answer = renderDocument(context, {
    title: t('signIn.goOnTitle'),
    description: t('signIn.description'),
    isIndexed: false,
    children: (
      <div class="page page--form">
        <h1>{t('signIn.goOnTitle')}</h1>
        <p class="lead">{t('signIn.goOnMessage')}</p>
        <form method="post" action={address} class="form">
          <HiddenFields fields={fields} />
          <button type="submit" class="button" autofocus>
            {t('signIn.goOn')}
          </button>
        </form>
      </div>
    ),
  });
  return keptNowhere(answer);
}
