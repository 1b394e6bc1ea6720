import { html, nothing } from 'lit';
import type { FoundRecord } from './found-records.js';
import { type Locale, languageName } from './language.js';
import { kindOf, textOf } from './texts.js';

const MOST_COUNTRIES = 3;

export interface CardParts {
  readonly record: FoundRecord;
  readonly locale: Locale;
  /** Of its heading, so that it fits the page around it. */
  readonly level: number;
  readonly select: (event: Event) => void;
}

/** One record. What comes from the hub is text, and its address leads to the web: others are no records. */
export function card({ record, locale, level, select }: CardParts): unknown {
  const { title, url, summary, shownIn, kind = '', countries } = record;
  const language = shownIn?.isFallback ? shownIn.locale.toLowerCase() : null;
  const lang = language ?? nothing;
  return html`<article part="card" data-kind=${kind}>
    <p part="meta">
      ${optional(kindOf(locale, kind), (text) => html`<span part="kind">${text}</span>`)}
      ${optional(placesOf(countries), (text) => html`<span part="countries">${text}</span>`)}
      ${optional(language, (shown) => html`<span part="note">${availableIn(shown, locale)}</span>`)}
    </p>
    <div part="title" role="heading" aria-level=${level} lang=${lang}>
      <a part="link" href=${url} @click=${select}>${title}</a>
    </div>
    ${optional(summary, (text) => html`<p part="summary" lang=${lang}>${text}</p>`)}
  </article>`;
}

const optional = <T>(value: T | null | undefined, view: (value: T) => unknown): unknown =>
  value ? view(value) : nothing;

const availableIn = (language: string, locale: Locale): string =>
  textOf(locale, 'shownIn').replace('{{language}}', languageName(language, locale));

/** A partner's question may give their name to something else. */
function placesOf(countries: FoundRecord['countries']): string {
  if (!countries?.map) return '';
  const names = countries.slice(0, MOST_COUNTRIES).map(({ name }) => name);
  const others = countries.length - names.length;
  return [...names, ...(others > 0 ? [`+${others}`] : [])].join(', ');
}
