/** An open book, the mark of the hub. */
export const MARK =
  'M4 19V6.5C6.5 5 9.5 5 12 6.5c2.5-1.5 5.5-1.5 8 0V19c-2.5-1.5-5.5-1.5-8 0-2.5-1.5-5.5-1.5-8 0ZM12 6.5V19M7 10h2.5M7 13.2h2.5M14.5 10H17M14.5 13.2H17';

/** Outlines on a 24 by 24 grid, drawn for this hub. */
const OUTLINES = {
  mark: MARK,
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 20 20',
  close: 'M6 6l12 12M18 6 6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  cite: 'M5 17c3-1 4-3.500 4-7H5v4h4M14 17c3-1 4-3.500 4-7h-4v4h4',
  place: 'M12 21c4-5 6-8 6-11a6 6 0 1 0-12 0c0 3 2 6 6 11ZM12 8a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  check: 'M5 12.500 10 17.500 19.500 7',
  notice: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM12 11v5M12 8v.5',
  next: 'M9 5l7 7-7 7',
  previous: 'M15 5l-7 7 7 7',
} as const;

export type IconName = keyof typeof OUTLINES;

/** Says nothing to a screen reader: the text beside it does. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d={OUTLINES[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.7"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
