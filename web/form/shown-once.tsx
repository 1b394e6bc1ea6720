import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';

interface ShownOnceProps {
  readonly context: PageContext;
  readonly title: string;
  readonly message: string;
  readonly secret: string;
}

/** A secret that is on this page and nowhere else; the island `item` shows the button that copies it. */
export function ShownOnce({ context, title, message, secret }: ShownOnceProps) {
  const { t } = context;
  return (
    <section class="made" aria-labelledby="made" tabIndex={-1} autofocus>
      <h2 id="made">{title}</h2>
      <p>{message}</p>
      <pre id="secret">{secret}</pre>
      <p>
        <button
          type="button"
          class="button"
          hidden
          data-copy="#secret"
          data-done={t('form.copied')}
          data-failed={t('form.copyFailed')}
        >
          <Icon name="copy" />
          {t('form.copy')}
        </button>{' '}
        <span role="status" />
      </p>
    </section>
  );
}
