import type { ConceptDocument } from './concept.model.js';

/** Broader and narrower concepts of one scheme. */
export class ConceptTree {
  private readonly broader = new Map<string, string | undefined>();
  private readonly children = new Map<string, string[]>();

  constructor(concepts: readonly ConceptDocument[]) {
    for (const { code, broader } of concepts) {
      this.broader.set(code, broader);
      if (broader) this.children.set(broader, [...this.narrowerOf(broader), code]);
    }
  }

  has(code: string): boolean {
    return this.broader.has(code);
  }

  narrowerOf(code: string): readonly string[] {
    return this.children.get(code) ?? [];
  }

  /** The concept itself and all that lie below it. */
  withNarrower(code: string): readonly string[] {
    return [code, ...this.narrowerOf(code).flatMap((child) => this.withNarrower(child))];
  }

  /** The concept itself and all that lie above it. */
  withBroader(code: string): readonly string[] {
    const parent = this.broader.get(code);
    return parent === undefined ? [code] : [code, ...this.withBroader(parent)];
  }
}
