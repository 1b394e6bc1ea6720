/** The day of print: pages are kept for everybody, so only the browser knows it. */
const day = document.querySelector<HTMLElement>('[data-print-day]');
if (day) {
  const { lang } = document.documentElement;
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  addEventListener('beforeprint', () => {
    day.textContent = format.format(new Date());
  });
}

export {};
