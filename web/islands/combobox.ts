import type { SuggestionsAnswer } from '../search/suggestions.page.js';
import { Listbox } from './listbox.js';

/** Typing rests so long before the hub is asked. */
const REST_MS = 150;
const SHORTEST = 2;

/** A search field with suggestions, by the ARIA pattern of an editable combobox with a list. */
export class Combobox {
  private readonly list: Listbox;
  private readonly status = document.createElement('p');
  private timer = 0;
  private asking: AbortController | null = null;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly address: string,
  ) {
    this.list = new Listbox(input);
    this.status.className = 'visually-hidden';
    this.status.setAttribute('role', 'status');
    input.closest('form')?.append(this.status);
    input.addEventListener('input', () => this.restart());
    input.addEventListener('blur', () => this.close());
    input.addEventListener('keydown', (event) => this.press(event));
    // A page that the browser keeps for the way back must not come back with an open list.
    window.addEventListener('pagehide', () => this.close());
  }

  private restart(): void {
    this.stop();
    const words = this.input.value.trim();
    if (words.length < SHORTEST) this.close();
    else this.timer = window.setTimeout(() => void this.suggest(words), REST_MS);
  }

  private async suggest(words: string): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const address = `${this.address}?${new URLSearchParams({ q: words })}`;
      const response = await fetch(address, { signal: asking.signal });
      if (!response.ok) throw new Error(response.statusText);
      this.show((await response.json()) as SuggestionsAnswer, asking.signal);
    } catch {
      // Without suggestions the field is what it is without a script; those for other words go.
      if (!asking.signal.aborted) this.close();
    }
  }

  private show({ label, status, suggestions }: SuggestionsAnswer, { aborted }: AbortSignal): void {
    if (aborted || document.activeElement !== this.input) return;
    this.list.show(label, suggestions);
    this.status.textContent = status;
  }

  private press(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (this.list.isOpen) this.pressInList(event);
    else if (event.key === 'ArrowDown') this.restart();
  }

  private pressInList(event: KeyboardEvent): void {
    const { key } = event;
    const isTaken = key === 'Enter' ? this.list.follow() : key === 'Escape' || this.list.move(key);
    // Enter without an active option is the form's: it searches for what was typed.
    if (isTaken) event.preventDefault();
    if (key === 'Enter' || key === 'Escape') this.close();
  }

  private close(): void {
    this.stop();
    this.list.hide();
    this.status.textContent = '';
  }

  private stop(): void {
    clearTimeout(this.timer);
    this.asking?.abort();
  }
}
