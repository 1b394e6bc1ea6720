import type { PageContext } from '../page-context.js';
import type { Usage } from './partner-data.js';

const DAY_MS = 86_400_000;
const WIDTH = 600;
const HEIGHT = 140;
/** Of the width of a day: what lies between two bars. */
const GAP = 0.2;

interface UsagePlotProps {
  readonly context: PageContext;
  readonly usage: Usage;
}

/** A bar for each day, as high as its requests; the table below has the numbers. */
export function UsagePlot({ context, usage }: UsagePlotProps) {
  const { t, texts } = context;
  const { since, until } = usage;
  const counts = requestsByDay(usage);
  const most = Math.max(1, ...counts);
  const step = WIDTH / counts.length;
  return (
    <figure class="usage-plot">
      <figcaption>
        {t('usage.plot', { days: texts.days(since, until), most: texts.number(most) })}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
        {counts.map((count, day) => {
          const height = (count / most) * HEIGHT;
          return (
            <rect
              // Days have nothing but their place.
              key={`${since}+${day}`}
              x={(day * step).toFixed(1)}
              y={(HEIGHT - height).toFixed(1)}
              width={(step * (1 - GAP)).toFixed(1)}
              height={height.toFixed(1)}
            />
          );
        })}
      </svg>
    </figure>
  );
}

/** Days without use have no row. */
function requestsByDay({ since, until, days }: Usage): readonly number[] {
  const known = new Map(days.map(({ day, requests }) => [day, requests]));
  const first = Date.parse(since);
  const length = (Date.parse(until) - first) / DAY_MS + 1;
  return Array.from({ length }, (_, day) => {
    const name = new Date(first + day * DAY_MS).toISOString().slice(0, 10);
    return known.get(name) ?? 0;
  });
}
