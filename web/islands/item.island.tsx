/** Buttons that need a script show only where there is one. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

/** Browsers give the clipboard to pages that came over a safe connection only. */
if (navigator.clipboard) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => void copy(button));
  }
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const { copy: wanted = '', done = '', failed = '' } = button.dataset;
  const status = button.nextElementSibling;
  if (!status) return;
  // Emptied first, so that the same words are announced again.
  status.textContent = '';
  try {
    await navigator.clipboard.writeText(textOf(wanted));
    status.textContent = done;
  } catch {
    status.textContent = failed;
  }
}

function textOf(wanted: string): string {
  if (!wanted.startsWith('#')) return wanted;
  return (document.querySelector(wanted)?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
