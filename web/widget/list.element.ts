import { html } from 'lit';
import { RecordsElement } from './records.element.js';
import type { Question } from './widget.element.js';

/** `<saberes-list>`: the newest records that pass its filters, or those of a stored query. */
export class SaberesList extends RecordsElement {
  protected question(): Question {
    const id = this.stored ?? (this.query ? 'search' : 'newest');
    return { id, variables: { ...this.filters(), limit: this.limit } };
  }

  protected content(): unknown {
    if (this.list.nodes.length === 0) return this.nothingToShow('empty');
    return html`${this.cards()} ${this.footer()}`;
  }
}
