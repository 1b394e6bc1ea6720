import { Icon } from '../layout/icon.js';
import { Changes } from './changes.js';
import type { EditorView } from './editor-view.js';
import { recordPath } from './record-header.js';

/** Somebody else was faster: what they changed, and the two ways on. What was typed is in the form below. */
export function ConflictNotice({
  view: { context, record, choices, conflict },
}: {
  readonly view: EditorView;
}) {
  if (!conflict) return null;
  const { t, texts } = context;
  const theirs = context.to(recordPath(record.id));
  return (
    <section class="notice notice--strong" id="problems" tabIndex={-1} role="alert" data-focus>
      <Icon name="notice" />
      <div>
        <h2 class="notice__title">{t('conflict.title')}</h2>
        <p>{t('conflict.what', { name: conflict.by, moment: texts.moment(conflict.at) })}</p>
        <h3>{t('conflict.theirs')}</h3>
        <Changes
          context={context}
          choices={choices}
          changes={conflict.changes}
          caption={t('conflict.theirs')}
        />
        <p>{t('conflict.ways')}</p>
        <p>
          <a href={theirs} target="_blank" rel="noopener">
            {t('conflict.see')}
          </a>
          {' · '}
          <a href={theirs}>{t('conflict.take')}</a>
        </p>
      </div>
    </section>
  );
}
