import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';

interface SearchBoxProps {
  readonly context: PageContext;
  /** What was asked so far. */
  readonly value?: string;
  readonly isCompact?: boolean;
  /** Filters that stay while the words change. */
  readonly kept?: readonly (readonly [name: string, value: string])[];
}

/** A plain form; the island `search-box` makes a combobox with suggestions of its input. */
export function SearchBox({ context, value = '', isCompact = false, kept = [] }: SearchBoxProps) {
  const { t } = context;
  const id = isCompact ? 'q-header' : 'q';
  return (
    <search class={isCompact ? 'search-box search-box--compact' : 'search-box'}>
      <form
        action={context.to('/search')}
        data-island="search-box"
        data-suggest={context.to('/suggest.json')}
      >
        <label class={isCompact ? 'visually-hidden' : undefined} for={id}>
          {t('search.label')}
        </label>
        <div class="search-box__row">
          <input
            id={id}
            name="q"
            type="text"
            inputmode="search"
            value={value}
            maxLength={500}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            enterkeyhint="search"
            placeholder={isCompact ? t('search.label') : t('search.example')}
          />
          <button type="submit">
            <Icon name="search" />
            <span>{t('search.submit')}</span>
          </button>
        </div>
        {kept.map(([name, keptValue]) => (
          <input key={name + keptValue} type="hidden" name={name} value={keptValue} />
        ))}
      </form>
    </search>
  );
}
