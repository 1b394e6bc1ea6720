/** Shows below the form what is saved, as its page would: the hub renders it, nothing is made here. */
export class LivePreview {
  private readonly section = document.querySelector<HTMLElement>('[data-preview]');
  private readonly details = this.section?.querySelector('details') ?? null;

  constructor() {
    this.section?.removeAttribute('hidden');
    this.details?.addEventListener('toggle', () => void this.refresh());
  }

  /** Also brings the list of what is missing up to date. */
  async refresh(): Promise<void> {
    const address = this.section?.dataset.preview;
    if (!address) return;
    try {
      const response = await fetch(address);
      if (!response.ok) return;
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      this.replace('#missing', page);
      const shown = page.querySelector('.draft-preview');
      const place = this.section?.querySelector('[data-preview-here]');
      if (shown && this.details?.open) place?.replaceChildren(document.importNode(shown, true));
    } catch {
      // The next save tries again; what is shown is only older.
    }
  }

  private replace(selector: string, page: Document): void {
    const fresh = page.querySelector(selector);
    if (fresh) document.querySelector(selector)?.replaceWith(document.importNode(fresh, true));
  }
}
