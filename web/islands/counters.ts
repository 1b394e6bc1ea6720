/** Keeps the number of characters below a field true while it is written in. */
export function watchCounters(form: HTMLFormElement): void {
  const format = new Intl.NumberFormat(document.documentElement.lang);
  form.addEventListener('input', ({ target }) => {
    const field = target as HTMLInputElement;
    const counter = document.getElementById(`${field.id}-count`);
    if (!counter) return;
    const most = Number(counter.dataset.most);
    counter.textContent = `${format.format(field.value.length)} / ${format.format(most)}`;
    counter.classList.toggle('entry__count--over', field.value.length > most);
  });
}
