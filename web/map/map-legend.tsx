import type { PageContext } from '../page-context.js';
import type { Shades } from './shades.js';

interface MapLegendProps {
  readonly context: PageContext;
  readonly shades: Shades;
}

/** What each shade stands for. */
export function MapLegend({ context, shades }: MapLegendProps) {
  const { t, texts } = context;
  const entries = [{ shade: 0, from: 0, to: 0 }, ...shades.ranges];
  return (
    <>
      <h3 class="label">{t('map.legend')}</h3>
      <ul class="legend">
        {entries.map(({ shade, from, to }) => (
          <li key={shade}>
            <svg
              class={`shade-${shade}`}
              viewBox="0 0 24 16"
              width="24"
              height="16"
              aria-hidden="true"
            >
              <path d="M1 1h22v14H1z" />
            </svg>
            {from === to
              ? texts.number(from)
              : t('map.range', { from: texts.number(from), to: texts.number(to) })}
          </li>
        ))}
      </ul>
    </>
  );
}
