/** The list with a row added, taken out or moved, as the hub renders it; or what hinders it. */
export async function freshRows(
  address: string,
  body: URLSearchParams,
  asked: string,
): Promise<HTMLElement | 'ended' | 'failed'> {
  try {
    const response = await fetch(address, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const rows = page.getElementById(`rows-${asked.split(':')[1]}`);
    if (rows) return document.importNode(rows, true);
    return response.status === 401 ? 'ended' : 'failed';
  } catch {
    return 'failed';
  }
}

/** The keyboard goes on where it was: at the row that moved, or in the one that is new. */
export function focusOnRow(rows: HTMLElement, asked: string): void {
  const [what] = asked.split(':');
  const row = rows.querySelector('[data-focus]');
  const again = row?.querySelector<HTMLElement>(`button[value^="${what}:"]`);
  const first = row?.querySelector<HTMLElement>('textarea, input:not([type="hidden"]), select');
  const target = what === 'add' || what === 'remove' ? first : (again ?? first);
  (target ?? rows.querySelector<HTMLElement>(':scope > button'))?.focus();
}
