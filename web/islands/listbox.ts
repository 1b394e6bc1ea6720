import type { SuggestionsAnswer } from '../search/suggestions.page.js';

type Suggestion = SuggestionsAnswer['suggestions'][number];

/** The list below a field; the focus stays in the field, which names the active option. */
export class Listbox {
  private readonly list = document.createElement('ul');
  private suggestions: readonly Suggestion[] = [];
  /** -1: none, what was typed counts. */
  private active = -1;

  constructor(private readonly input: HTMLInputElement) {
    const { list } = this;
    list.id = `${input.id}-suggestions`;
    list.className = 'suggestions';
    list.setAttribute('role', 'listbox');
    list.hidden = true;
    // Pressing an option must not take the focus away, which would close the list before the click.
    list.addEventListener('mousedown', (event) => event.preventDefault());
    list.addEventListener('click', (event) => this.click(event));
    input.after(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
  }

  get isOpen(): boolean {
    return !this.list.hidden;
  }

  show(label: string, suggestions: readonly Suggestion[]): void {
    this.suggestions = suggestions;
    this.list.setAttribute('aria-label', label);
    this.list.replaceChildren(
      ...suggestions.map((suggestion, index) => this.option(suggestion, index)),
    );
    this.setOpen(suggestions.length > 0);
  }

  hide(): void {
    this.setOpen(false);
  }

  /** To where a key leads; false when the key is none of the list's. */
  move(key: string): boolean {
    const next = this.nextAfter(key);
    if (next === null) return false;
    this.activate(next);
    return true;
  }

  /** Goes where the active option leads; false when there is none. */
  follow(index = this.active): boolean {
    const suggestion = this.suggestions[index];
    if (suggestion) location.assign(suggestion.address);
    return suggestion !== undefined;
  }

  /** Up and down go round through the field itself; Home and End move the text cursor while no option is active. */
  private nextAfter(key: string): number | null {
    const last = this.suggestions.length - 1;
    if (key === 'ArrowDown') return this.active === last ? -1 : this.active + 1;
    if (key === 'ArrowUp') return this.active === -1 ? last : this.active - 1;
    if (this.active === -1) return null;
    if (key === 'Home') return 0;
    return key === 'End' ? last : null;
  }

  private activate(index: number): void {
    this.active = index;
    for (const [place, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', String(place === index));
    }
    const option = this.list.children[index];
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
  }

  private setOpen(isOpen: boolean): void {
    this.activate(-1);
    this.list.hidden = !isOpen;
    this.input.setAttribute('aria-expanded', String(isOpen));
  }

  private option({ text, kind }: Suggestion, index: number): HTMLElement {
    const option = document.createElement('li');
    option.id = `${this.list.id}-${index}`;
    option.setAttribute('role', 'option');
    const name = document.createElement('span');
    const label = document.createElement('span');
    name.textContent = text;
    label.textContent = kind;
    label.className = 'count';
    option.append(name, ' ', label);
    return option;
  }

  private click({ target }: MouseEvent): void {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    if (option) this.follow([...this.list.children].indexOf(option));
  }
}
