/** Says outside of a folded list what is chosen in it, and narrows long lists while one types. */
export function watchChecklists(form: HTMLFormElement): void {
  for (const list of form.querySelectorAll<HTMLElement>('.checklist')) {
    list.addEventListener('change', () => sayChosen(list));
    const filter = list.querySelector<HTMLInputElement>('[data-filter]');
    if (!filter) continue;
    filter.closest('label')?.removeAttribute('hidden');
    filter.addEventListener('input', () => narrow(list, fold(filter.value)));
    // The key that sends forms must not send this one.
    filter.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault();
    });
  }
}

function sayChosen(list: HTMLElement): void {
  const said = list.querySelector<HTMLElement>('[data-chosen]');
  if (!said) return;
  const names = [...list.querySelectorAll('input:checked')].map(
    (box) => box.nextElementSibling?.textContent ?? '',
  );
  const format = new Intl.ListFormat(document.documentElement.lang);
  said.textContent = names.length > 0 ? format.format(names) : (said.dataset.chosen ?? '');
}

/** What is chosen stays in sight. */
function narrow(list: HTMLElement, words: string): void {
  for (const item of list.querySelectorAll('li')) {
    const isChosen = item.querySelector('input:checked') !== null;
    item.hidden = !isChosen && !fold(item.textContent ?? '').includes(words);
  }
}

/** Without case and accents. */
const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();
