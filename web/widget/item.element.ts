import { html, nothing, type PropertyDeclarations } from 'lit';
import { EmbedFailure } from './embed-failure.js';
import { type FoundRecord, recordIn } from './found-records.js';
import { RecordsElement } from './records.element.js';
import type { Answer } from './shared-answers.js';
import type { Question } from './widget.element.js';

/** `<saberes-item>`: one record. */
export class SaberesItem extends RecordsElement {
  static override readonly properties: PropertyDeclarations = { slug: {} };
  declare slug: string | null;
  private record: FoundRecord | null = null;

  protected question(): Question {
    return { id: this.stored ?? 'item', variables: { slug: this.slug } };
  }

  protected override pageAddress(): string {
    return this.onHub(this.slug ? `/items/${encodeURIComponent(this.slug)}` : '');
  }

  protected override take(answer: Answer): object {
    this.record = recordIn(answer);
    if (!this.record) throw new EmbedFailure('NOT_FOUND', 404);
    return { count: 1, totalCount: 1 };
  }

  protected override skeletonRows(): number {
    return 1;
  }

  protected content(): unknown {
    return this.record ? html`${this.card(this.record)} ${this.footer()}` : nothing;
  }
}
