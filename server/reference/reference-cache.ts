import type { Clock } from '../clock.js';
import type { DataVersion } from '../mongo/data-version.js';
import type { Models } from '../mongo/models.js';
import { Reference } from './reference.js';
import { readReferenceRecords } from './reference-records.js';

/** Holds the present reference data and reads it again when its version has moved on. */
export class ReferenceCache {
  private held: { readonly version: number; readonly data: Reference } | null = null;
  private loading: Promise<Reference> | null = null;

  constructor(
    private readonly models: Models,
    private readonly dataVersion: DataVersion,
    private readonly clock: Clock,
  ) {}

  /** What is held when it is current; otherwise it is read, once for all who wait. */
  get(): Reference | Promise<Reference> {
    if (this.held?.version === this.dataVersion.current.reference) return this.held.data;
    this.loading ??= this.load().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  private async load(): Promise<Reference> {
    const version = this.dataVersion.current.reference;
    const day = this.clock.now().toISOString().slice(0, 10);
    const data = new Reference(await readReferenceRecords(this.models), day);
    this.held = { version, data };
    return data;
  }
}
