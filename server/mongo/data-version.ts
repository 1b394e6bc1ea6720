import type { StateModel } from './state.model.js';

export interface DataVersions {
  /** Grows with every public change. */
  readonly version: number;
  /** Grows when countries, concepts, actors or events change. */
  readonly reference: number;
  /** Grows when something that was public is so no longer: withdrawn, replaced, superseded. */
  readonly departures: number;
}

/** What a public change was besides one. */
export interface PublicChange {
  /** Of reference data. */
  readonly reference?: boolean;
  /** Something that was public is so no longer. */
  readonly departure?: boolean;
}

/**
 * One number in the store that every public change raises, so that kept answers and reference
 * data of all hub processes know when they are old.
 */
export class DataVersion {
  private present: DataVersions = { version: 0, reference: 0, departures: 0 };
  private age = 0;

  constructor(private readonly state: StateModel) {}

  get current(): DataVersions {
    return this.present;
  }

  /**
   * Differs whenever this process may answer differently than before: what was derived earlier is
   * old. Of this process alone, unlike the version.
   */
  get generation(): number {
    return this.age;
  }

  /** To be called when answers change without the data: an index of this process caught up. */
  renew(): void {
    this.age += 1;
  }

  /** To be called after each public change. */
  async bump({ reference = false, departure = false }: PublicChange = {}): Promise<void> {
    const stored = await this.state
      .findOneAndUpdate(
        { _id: 'data' },
        { $inc: { version: 1, reference: reference ? 1 : 0, departures: departure ? 1 : 0 } },
        { upsert: true, returnDocument: 'after' },
      )
      .lean();
    this.take(stored);
  }

  /** Learns what other processes changed. */
  async refresh(): Promise<void> {
    this.take(await this.state.findById('data').lean());
  }

  private take(stored: Partial<DataVersions> | null): void {
    const { version = 0, reference = 0, departures = 0 } = stored ?? {};
    const changed = version !== this.present.version || reference !== this.present.reference;
    if (!changed) return;
    this.present = { version, reference, departures };
    this.renew();
  }
}
