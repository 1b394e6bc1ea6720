/** The formats that feeds come in. */
export const FEED_FORMATS = [
  { path: '/feed.atom', type: 'application/atom+xml' },
  { path: '/feed.json', type: 'application/feed+json' },
] as const;
