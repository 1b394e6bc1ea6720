/** What a page of another site runs to give a frame the height of its content. */
export const heightScript = (origin: string): string => `const HUB = '${origin}';

addEventListener('message', ({ origin, source, data }) => {
  if (origin !== HUB || data?.type !== 'saberes:height') return;
  for (const frame of document.querySelectorAll('iframe')) {
    const isSender = frame.contentWindow === source;
    if (isSender) frame.height = Math.min(Math.max(Number(data.height) || 0, 100), 4000);
  }
});`;
