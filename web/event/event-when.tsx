import type { PageContext } from '../page-context.js';

interface EventWhenProps {
  readonly context: PageContext;
  readonly event: {
    readonly startDate: string | null;
    readonly endDate: string | null;
    readonly place: string | null;
  };
}

/** When and where, as far as it is known. */
export function EventWhen({ context, event: { startDate, endDate, place } }: EventWhenProps) {
  const { texts } = context;
  const isOneDay = !endDate || endDate === startDate;
  return (
    <>
      {startDate && (
        <time dateTime={startDate}>
          {isOneDay ? texts.day(startDate) : texts.days(startDate, endDate)}
        </time>
      )}
      {startDate && place && ' · '}
      {place}
    </>
  );
}
