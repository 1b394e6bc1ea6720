import type { SearchDocument } from '../search-engine.js';
import { SearchIndex } from './search-index.js';
import { pauseBetweenSlices } from './time-slice.js';

/** A fresh index that is being filled while the present one goes on answering. */
export class IndexRebuild {
  readonly index = new SearchIndex();
  /** Removed since the rebuild began: what was read of them before must not bring them back. */
  private readonly removed = new Set<string>();

  put(document: SearchDocument): void {
    this.removed.delete(document.id);
    this.index.put(document);
  }

  remove(id: string): void {
    this.removed.add(id);
    this.index.remove(id);
  }

  async run(
    documents: AsyncIterable<SearchDocument>,
    isStopped: () => boolean,
    progress?: (done: number) => void,
  ): Promise<void> {
    const pause = pauseBetweenSlices();
    let done = 0;
    for await (const document of documents) {
      if (isStopped()) throw new Error('The search engine was closed during a rebuild.');
      if (!this.removed.has(document.id)) this.index.put(document);
      progress?.(++done);
      if (this.index.needsPacking) await this.index.pack(pause);
      await pause();
    }
  }
}
