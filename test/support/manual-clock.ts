import type { Clock } from '../../server/clock.js';

/** A clock that moves when a test says so. */
export class ManualClock implements Clock {
  private present = new Date('2026-03-02T12:00:00.000Z');

  now(): Date {
    return this.present;
  }

  pass(ms: number): void {
    this.present = new Date(this.present.getTime() + ms);
  }
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
