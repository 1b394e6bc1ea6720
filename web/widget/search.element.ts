import { html, nothing, type PropertyValues } from 'lit';
import { asFailure, EmbedFailure } from './embed-failure.js';
import { type FoundList, listIn } from './found-records.js';
import { type Filters, RecordsElement } from './records.element.js';
import { SearchFacets } from './search-facets.js';
import { type Answer, answerAt } from './shared-answers.js';
import { countOf } from './texts.js';
import type { Question } from './widget.element.js';

const MOST_WORDS = 500;

/** `<saberes-search>`: a field for words, what narrows the results down, and pages of results. */
export class SaberesSearch extends RecordsElement {
  private words = '';
  private status = '';
  private readonly facets = new SearchFacets();

  protected question(): Question {
    return { id: this.stored ?? 'search', variables: { ...this.filters(), limit: this.limit } };
  }

  protected override filters(): Filters {
    const given = super.filters();
    return { ...given, query: this.words, ...this.facets.addedTo(given) };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) this.words = this.query ?? '';
    super.willUpdate(changed);
  }

  protected override take(answer: Answer): object {
    const taken = super.take(answer);
    this.facets.offer(this.list.facets, this.locale);
    this.status = this.counted();
    return taken;
  }

  /** What the page offers instead stands alone until there are results to put in its place. */
  protected override inside(): unknown {
    if (!this.isFilled && this.hasFallback) return super.inside();
    return html`${this.form()}
      <p part="status" role="status">${this.failure ? '' : this.status}</p>
      ${super.inside()}`;
  }

  protected content(): unknown {
    if (this.list.nodes.length === 0) {
      return html`<p part="message">${this.t('nothingFound')} ${this.hubLink()}</p>`;
    }
    const hasMore = this.list.pageInfo?.hasNextPage;
    return html`${this.cards()} ${hasMore ? this.button('more', this.showMore) : nothing}
      ${this.footer()}`;
  }

  private form(): unknown {
    return html`<form part="form" role="search" @submit=${this.submit}>
      <label part="label" for="words">${this.t('search')}</label>
      <div part="box">
        <input part="input" id="words" type="search" .value=${this.words} maxlength=${MOST_WORDS}
          autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="search">
        <button part="submit">${this.t('submit')}</button>
      </div>
      ${this.facets.view(this.locale, super.filters(), this.ask)}
    </form>`;
  }

  private readonly submit = (event: Event): void => {
    event.preventDefault();
    this.words = this.renderRoot.querySelector('input')?.value.trim() ?? '';
    this.ask();
  };

  private readonly ask = (): void => {
    const { query, kind, country } = this.filters();
    this.tell('saberes-search', { query, kind, country });
    if (this.failure) this.retry();
    else this.requestUpdate();
  };

  /** The next page goes below what is there, and the focus to its first record. */
  private readonly showMore = async (): Promise<void> => {
    const { list, asked } = this;
    const address = this.address({ after: list.pageInfo?.endCursor });
    if (this.isBusy || !address) return;
    this.isBusy = true;
    this.requestUpdate();
    const next = await answerAt(address).then(listIn).catch(asFailure);
    if (this.asked !== asked || this.list !== list) return; // another search came in between
    this.isBusy = false;
    this.add(next);
    this.requestUpdate();
    await this.updateComplete;
    const links = this.renderRoot.querySelectorAll<HTMLElement>('[part=link]');
    links[list.nodes.length]?.focus();
  };

  private add(next: FoundList | EmbedFailure | null): void {
    if (next instanceof EmbedFailure) {
      this.status = this.t(next.text);
      return;
    }
    const { nodes } = this.list;
    this.list = {
      ...this.list,
      pageInfo: next?.pageInfo,
      nodes: [...nodes, ...(next?.nodes ?? [])],
    };
    this.status = this.counted();
  }

  private counted(): string {
    const { nodes, totalCount = nodes.length } = this.list;
    return countOf(this.locale, totalCount);
  }
}
