/** Shows the buttons that copy; browsers give the clipboard to pages that came over a safe connection only. */
export function offerCopies(within: ParentNode): void {
  if (!navigator.clipboard) return;
  for (const button of within.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
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

/** Code keeps its lines; in all else white space says nothing. */
function textOf(wanted: string): string {
  if (!wanted.startsWith('#')) return wanted;
  const element = document.querySelector(wanted);
  const text = element?.textContent ?? '';
  return element?.closest('pre') ? text : text.replace(/\s+/g, ' ').trim();
}
