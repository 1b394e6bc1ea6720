import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CitationFormat } from '../../server/citation/citation-formats.js';

/** What the child does: export from a store, or read a file as reference managers do. */
export type CitationOrder =
  | {
      readonly folder: string;
      readonly format: CitationFormat;
      readonly filter: object;
      readonly file: string;
    }
  | { readonly parse: string };

const CHILD = fileURLToPath(new URL('./citations-child.js', import.meta.url));
const run = promisify(execFile);
const MOST_OUTPUT = 64 * 1_048_576;

async function order<T>(wanted: CitationOrder, heapMib = 256): Promise<T> {
  const args = [`--max-old-space-size=${heapMib}`, CHILD, JSON.stringify(wanted)];
  const { stdout } = await run(process.execPath, args, { maxBuffer: MOST_OUTPUT });
  return JSON.parse(stdout) as T;
}

/** What a file of citations holds, in the terms of the Citation Style Language. */
export interface ReadCitation {
  readonly id?: string;
  readonly 'citation-key'?: string;
  readonly type: string;
  readonly title: string;
  readonly author?: readonly object[];
  readonly URL: string;
  readonly abstract?: string;
}

/** The hub's own code for citations, in processes of their own. */
export const citations = {
  export: (
    asked: { folder: string; format: CitationFormat; filter: object; file: string },
    heapMib?: number,
  ) => order<{ records: number; memoryMib: number }>(asked, heapMib),
  parse: (file: string) => order<readonly ReadCitation[]>({ parse: file }),
};
