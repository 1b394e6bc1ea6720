import DataLoader from 'dataloader';
import type { KnowledgeItem } from '../../schema/knowledge-item.js';
import type { KnowledgeService, Reader } from './knowledge.service.js';

export type KnowledgeLoader = DataLoader<string, KnowledgeItem | null>;

/** One per request: records by id, one command for all that need the same fields. */
export class KnowledgeLoaders {
  private readonly byFields = new Map<string, KnowledgeLoader>();

  constructor(
    private readonly service: KnowledgeService,
    private readonly reader: Reader,
  ) {}

  reading(fields: readonly string[]): KnowledgeLoader {
    const key = fields.join(' ');
    const known = this.byFields.get(key);
    if (known) return known;
    const made: KnowledgeLoader = new DataLoader((ids) =>
      this.service.findMany(ids, fields, this.reader),
    );
    this.byFields.set(key, made);
    return made;
  }
}
