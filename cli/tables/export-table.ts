import { type CitationFormat, isCitationFormat } from '../../server/citation/citation-formats.js';
import { DEFAULT_LOCALE } from '../../server/locale.js';
import type { TableFormat } from '../../server/tables/table.js';
import { SearchState } from '../../web/search/search-state.js';
import { CommandError } from '../fail.js';
import { withHub } from '../one-shot.js';
import { createProgress } from '../progress.js';
import { writeWhole } from '../transfer/whole-file.js';
import { toLocale } from './asked-values.js';

export interface TableExport {
  readonly file: string;
  readonly format: TableFormat | CitationFormat;
  /** As in the address of the search page: `kind=PROTOCOL&country=PE`. */
  readonly filter?: string;
  readonly language?: string;
  readonly translations?: boolean;
}

/** Writes public records as a table or as citations; gives how many. */
export async function exportTable(asked: TableExport): Promise<number> {
  const { file, format, language, translations = false } = asked;
  const filter = toFilter(asked.filter ?? '');
  const locale = language === undefined ? DEFAULT_LOCALE : toLocale(language);
  let written = 0;
  await withHub('connect', async ({ exchange }) => {
    const total = await exchange.exports.count(filter);
    const progress = createProgress('Exporting');
    try {
      const onRecord = (done: number) => {
        written = done;
        progress.update(done, Math.max(done, total));
      };
      const lines = isCitationFormat(format)
        ? exchange.citations.export({ format, filter, locale }, onRecord)
        : exchange.exports.export(
            { format, filter, locale, withTranslations: translations },
            onRecord,
          );
      await writeWhole(file, await lines);
    } finally {
      progress.stop();
    }
  });
  return written;
}

function toFilter(address: string): object {
  const { words, unknown, filter } = SearchState.of(new URLSearchParams(address));
  if (words) throw new CommandError('An export takes filters, not words: leave out "q".');
  const [first] = unknown;
  if (first) throw new CommandError(`The filter ${first.name} has no value "${first.value}".`);
  return filter;
}
