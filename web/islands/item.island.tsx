import { offerCopies } from './copy-buttons.js';

/** Buttons that need a script show only where there is one. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

offerCopies(document);
