import { Icon } from '../../layout/icon.js';
import { type ItemProps, langOf } from '../item-data.js';
import { itemPath } from '../item-paths.js';
import { apaReference } from './apa.js';
import { CopyButton } from './copy-button.js';

/** The reference to read or copy, and files for programs. */
export function Citation({ context, item }: ItemProps) {
  const { t } = context;
  const { before, title, after, url } = apaReference(context.texts, item);
  const file = (name: string) => context.to(`${itemPath(item.slug)}/${name}`);
  return (
    <section class="citation">
      <h2 id="cite">{t('cite.title')}</h2>
      <p id="reference">
        {before}
        <cite lang={langOf(context, item.shownIn.locale)}>{title}</cite>
        {after}
        <a href={url}>{url}</a>
      </p>
      <div class="item__line" data-no-print>
        <CopyButton context={context} of="#reference" done={t('cite.copied')}>
          <Icon name="cite" />
          {t('cite.copy')}
        </CopyButton>
        <a href={file('cite.bib')} download>
          {t('cite.bibtex')}
        </a>
        <a href={file('cite.ris')} download>
          {t('cite.ris')}
        </a>
      </div>
    </section>
  );
}
