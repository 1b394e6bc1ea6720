import { html, nothing } from 'lit';
import type { FacetValue, FoundList } from './found-records.js';
import type { Locale } from './language.js';
import type { Filters } from './records.element.js';
import { textOf } from './texts.js';

const FIELDS = ['kind', 'country'] as const;
type Field = (typeof FIELDS)[number];

/** What a visitor may narrow a search down by, and what she chose. */
export class SearchFacets {
  private readonly chosen = new Map<Field, string>();
  private readonly offered = new Map<Field, readonly FacetValue[]>();
  private offeredIn: Locale | null = null;

  /** What was chosen; not where the page itself fixes the filter. */
  addedTo(given: Filters): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.chosen].filter(([field]) => !given[field]));
  }

  /** Takes new values over, but not for what is chosen: the way back to the others stays open. */
  offer(facets: FoundList['facets'], locale: Locale): void {
    for (const { field, values } of facets ?? []) {
      const name = FIELDS.find((known) => known === field.toLowerCase());
      if (name && (!this.chosen.has(name) || locale !== this.offeredIn)) {
        this.offered.set(name, values);
      }
    }
    this.offeredIn = locale;
  }

  view(locale: Locale, given: Filters, changed: () => void): unknown {
    const fields = FIELDS.filter((field) => !given[field] && this.mayOffer(field));
    if (fields.length === 0) return nothing;
    return html`<div part="filters">
      ${fields.map((field) => this.select(field, locale, changed))}
    </div>`;
  }

  /** Until something is known, so that nothing moves when it is. */
  private mayOffer(field: Field): boolean {
    return this.offeredIn === null || Boolean(this.offered.get(field)?.length);
  }

  private select(field: Field, locale: Locale, changed: () => void): unknown {
    const choose = ({ target }: Event) => {
      const { value } = target as HTMLSelectElement;
      if (value) this.chosen.set(field, value);
      else this.chosen.delete(field);
      changed();
    };
    const options = [
      { value: '', label: textOf(locale, 'all') },
      ...(this.offered.get(field) ?? []),
    ];
    const chosen = this.chosen.get(field) ?? '';
    return html`<label part="filter">
      <span>${textOf(locale, field)}</span>
      <select part="select" @change=${choose}>
        ${options.map(({ value, label }) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
      </select>
    </label>`;
  }
}
