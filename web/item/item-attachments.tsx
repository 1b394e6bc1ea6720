import type { ItemProps } from './item-data.js';
import { webAddress } from './web-address.js';

/** Files that belong to the record, with what one wants to know before downloading. */
export function ItemAttachments({ context, item }: ItemProps) {
  const { t, texts } = context;
  if (item.attachments.length === 0) return null;
  return (
    <section class="attachments">
      <h2>{t('item.attachments')}</h2>
      <ul>
        {item.attachments.map(({ id, name, bytes, url }) => (
          <li key={id}>
            <a href={webAddress(url) ?? undefined} download rel="nofollow">
              <bdi>{name}</bdi>
            </a>
            <span class="count">
              {' '}
              ({formatOf(name)}, {texts.fileSize(bytes)})
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The ending of a name belongs to the content of the file. */
const formatOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1).toUpperCase();
