import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import { asFailure, EmbedFailure } from './embed-failure.js';
import { levelBelow } from './heading-level.js';
import { addressWith, hubAddress } from './hub-address.js';
import { type Locale, localeFor } from './language.js';
import { leavePage, type Watching, watchPage } from './page-watch.js';
import { type Answer, answerAt } from './shared-answers.js';
import { type TextKey, textOf } from './texts.js';
import { widgetSheet } from './widget-sheet.js';

/** So many rows stand in for records until these are there. */
const USUAL_ROWS = 10;
const MOST_ROWS = 50;

/** What an element asks: an answer below `/embed/` by its id, and its variables. */
export interface Question {
  readonly id: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What all elements of the widget share: their attributes, when they ask the hub, and their calm states. */
export abstract class WidgetElement extends LitElement implements Watching {
  static override readonly styles = widgetSheet;
  static override readonly properties: PropertyDeclarations = {
    hub: {},
    country: {},
    theme: {},
    kind: {},
    challenge: {},
    query: {},
    limit: {},
    stored: {},
    variables: {},
    key: {},
    publicKey: { attribute: 'public-key' },
    themeMode: { attribute: 'theme-mode', reflect: true },
  };

  declare hub: string | null;
  declare country: string | null;
  declare theme: string | null;
  declare kind: string | null;
  declare challenge: string | null;
  declare query: string | null;
  declare limit: number | string | null;
  declare stored: string | null;
  /** More of them, for a stored query: as in the question of an address. */
  declare variables: string | null;
  declare key: string | null;
  /** The same as `key`, for frameworks that keep that name for themselves. */
  declare publicKey: string | null;
  declare themeMode: 'light' | 'dark' | 'auto' | null;

  protected locale: Locale = 'es';
  protected level = 2;
  protected failure: EmbedFailure | null = null;
  protected isFilled = false;
  protected isBusy = true;
  private isStale?: boolean;
  private isSeen = false;
  /** The address of the question that was asked last. */
  protected asked: string | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    watchPage(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    leavePage(this);
  }

  noteSeen(): void {
    if (this.isSeen) return;
    this.isSeen = true;
    this.requestUpdate();
  }

  noteChange(): void {
    if (this.failure?.code === 'OFFLINE' && navigator.onLine) this.retry();
    else this.requestUpdate();
  }

  protected abstract question(): Question;
  /** Where the hub's own pages show the same, and more. */
  protected abstract pageAddress(): string;
  /** Takes an answer over and says what the event about it tells; throws where it holds nothing to show. */
  protected abstract take(answer: Answer): object;
  protected abstract content(): unknown;

  /** Null where there is no hub to ask. */
  protected address(more: object = {}): string | null {
    const hub = hubAddress(this.hub);
    if (!hub) return null;
    const { id, variables } = this.question();
    const others = Object.fromEntries(new URLSearchParams(this.variables ?? ''));
    const key = this.key ?? this.publicKey;
    const parameters = { lang: this.locale, ...variables, ...others, ...more, key };
    return addressWith(`${hub}/embed/${encodeURIComponent(id)}.json`, parameters);
  }

  protected onHub(path: string, values: Readonly<Record<string, unknown>> = {}): string {
    return addressWith(`${hubAddress(this.hub)}/${this.locale}${path}`, values);
  }

  protected t(key: TextKey): string {
    return textOf(this.locale, key);
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.locale = localeFor(this);
    const address = this.address() ?? '';
    if (this.isSeen && address !== this.asked) void this.load(address);
  }

  protected readonly retry = (): void => {
    this.asked = null;
    this.requestUpdate();
  };

  private async load(address: string): Promise<void> {
    this.asked = address;
    this.isBusy = true;
    let detail: object = {};
    let failure: EmbedFailure | null = null;
    try {
      if (!address) throw new EmbedFailure('NO_HUB');
      const answer = await answerAt(address);
      if (address !== this.asked) return; // another question came in between
      detail = this.take(answer);
      this.isStale = answer.extensions?.stale;
      this.isFilled = true;
    } catch (error) {
      if (address !== this.asked) return;
      failure = asFailure(error);
      detail = { code: failure.code, status: failure.status };
    }
    this.isBusy = false;
    this.failure = failure;
    this.level = levelBelow(this);
    this.requestUpdate();
    await this.updateComplete;
    this.tell(failure ? 'saberes-error' : 'saberes-load', detail);
  }

  /** Tells the page what happened; false where it forbids what would follow. */
  protected tell(name: string, detail: object): boolean {
    const options = { detail, bubbles: true, composed: true, cancelable: true };
    return this.dispatchEvent(new CustomEvent(name, options));
  }

  protected override render(): unknown {
    return html`<div part="frame" aria-busy=${this.isBusy}>${this.inside()}</div>`;
  }

  protected inside(): unknown {
    if (this.failure) return this.nothingToShow(this.failure.text, this.failure.text !== 'refused');
    if (this.isFilled) {
      return html`${this.isStale ? this.message('stale') : nothing}${this.content()}`;
    }
    return this.hasFallback ? html`<slot></slot>` : this.skeleton();
  }

  protected skeleton(): unknown {
    return html`<p part="loading">${this.t('loading')}</p>
      <ul part="skeleton" aria-hidden="true">
        ${Array.from({ length: this.skeletonRows() }, () => html`<li part="row"></li>`)}
      </ul>`;
  }

  protected skeletonRows(): number {
    return Math.min(Number(this.limit) || USUAL_ROWS, MOST_ROWS);
  }

  /** What the page has put inside the element, and one calm sentence with ways on. */
  protected nothingToShow(text: TextKey, mayHelpToRetry = false): unknown {
    return html`${this.hasFallback ? html`<slot></slot>` : nothing}
      ${this.message(text, this.hubLink())}
      ${mayHelpToRetry ? this.button('retry', this.retry) : nothing}`;
  }

  private message(text: TextKey, link: unknown = nothing): unknown {
    return html`<p part="message" role="status">${this.t(text)} ${link}</p>`;
  }

  protected hubLink(): unknown {
    if (!hubAddress(this.hub)) return nothing;
    return html`<a part="hub-link" href=${this.pageAddress()}>${this.t('hub')}</a>`;
  }

  protected button(text: TextKey, click: () => unknown): unknown {
    return html`<button part="button" type="button" @click=${click}>${this.t(text)}</button>`;
  }

  protected get hasFallback(): boolean {
    return Boolean(this.textContent?.trim() || this.firstElementChild);
  }
}
