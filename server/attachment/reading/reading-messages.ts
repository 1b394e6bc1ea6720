import type { MediaType } from './media-types.js';

/** How far the reading of one file may go. */
export interface ReadingLimits {
  readonly milliseconds: number;
  /** Of the thread's own heap. */
  readonly heapMb: number;
  /** By how much the whole process may grow meanwhile: buffers are on no heap. */
  readonly growthMb: number;
  readonly pages: number;
  readonly characters: number;
  /** Of an archive, everything in it together. */
  readonly unpackedBytes: number;
}

export interface ReadingTask {
  readonly path: string;
  readonly limits: ReadingLimits;
}

/** What the thread that reads a file reports, in this order. */
export type ReadingReport =
  | { readonly step: 'refused'; readonly reason: 'TYPE' | 'ARCHIVE' }
  | { readonly step: 'accepted'; readonly type: MediaType }
  | { readonly step: 'text'; readonly text: string }
  | { readonly step: 'unreadable'; readonly reason: string };
