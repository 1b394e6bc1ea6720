import { Combobox } from './combobox.js';

for (const form of document.querySelectorAll<HTMLFormElement>('[data-island="search-box"]')) {
  const input = form.querySelector<HTMLInputElement>('input[name="q"]');
  const { suggest } = form.dataset;
  if (input && suggest) new Combobox(input, suggest);
}
