import type * as PapaParse from 'papaparse';
import { loadLater } from '../load-later.js';

/** Reads and writes CSV. */
export const papa = loadLater<typeof PapaParse>('papaparse');
