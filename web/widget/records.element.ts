import { html } from 'lit';
import { card } from './card.js';
import { type FoundList, type FoundRecord, listIn } from './found-records.js';
import type { Answer } from './shared-answers.js';
import { WidgetElement } from './widget.element.js';

/** Attributes, or what a visitor chose in their place. */
export type Filters = Readonly<Record<string, string | null | undefined>>;

/** What all elements that show records share: their cards, and what follows from choosing one. */
export abstract class RecordsElement extends WidgetElement {
  protected list: FoundList = { nodes: [] };

  protected filters(): Filters {
    const { query, country, theme, kind, challenge } = this;
    return { query, country, theme, kind, challenge };
  }

  /** The hub's search with the same words and filters; a stored query has no page of its own. */
  protected pageAddress(): string {
    if (this.stored) return this.onHub('');
    const { query, ...filters } = this.filters();
    const each = Object.entries(filters).map(([name, value]) => [name, valuesOf(value)]);
    return this.onHub('/search', { q: query, ...Object.fromEntries(each) });
  }

  protected take(answer: Answer): object {
    this.list = listIn(answer) ?? { nodes: [] };
    const { nodes, totalCount = nodes.length } = this.list;
    return { count: nodes.length, totalCount };
  }

  protected card(record: FoundRecord): unknown {
    const { locale, level } = this;
    const select = (event: Event) => {
      if (!this.tell('saberes-select', record)) event.preventDefault();
    };
    return card({ record, locale, level, select });
  }

  protected cards(): unknown {
    return html`<ol part="list">
      ${this.list.nodes.map((record) => html`<li>${this.card(record)}</li>`)}
    </ol>`;
  }

  protected footer(): unknown {
    return html`<p part="footer">${this.hubLink()}</p>`;
  }
}

/** The search page takes each of several values for itself. */
const valuesOf = (value: string | null | undefined): readonly string[] =>
  (value ?? '').split(',').map((one) => one.trim());
