import { writeFile } from 'node:fs/promises';
import type { KnowledgeKind } from '../../schema/knowledge-enums.js';
import { type ImportReport, problemsAsCsv } from '../../server/exchange/import-report.js';
import type { Locale } from '../../server/locale.js';
import { stopOnSignals } from '../interrupt.js';
import { withHub } from '../one-shot.js';
import { createProgress } from '../progress.js';
import { importingInstitution, importingMember } from './importing-member.js';
import { renderImport } from './render-import.js';

export interface TableImport {
  readonly file: string;
  readonly shownAs: string;
  readonly institution?: string;
  readonly asMember?: string;
  readonly language: Locale | null;
  readonly kind: KnowledgeKind | null;
  readonly isDryRun: boolean;
  readonly reportFile?: string;
}

const STOPPED_BY_SIGNAL = 130;

/** Imports a table as drafts, tells what became of it, and sets the exit code. */
export async function importTable(asked: TableImport): Promise<void> {
  const { signal, listen } = stopOnSignals();
  const report = await withHub(
    'connect',
    async (hub) => {
      const viewer = await importingMember(hub, asked.asMember);
      const institution = await importingInstitution(hub, viewer, asked.institution);
      const progress = createProgress(asked.isDryRun ? 'Comparing' : 'Importing');
      const update = (done: number, total: number) => progress.update(done, total);
      try {
        const request = { ...asked, institution, viewer, signal, progress: update };
        return await hub.exchange.imports.import(request);
      } finally {
        progress.stop();
      }
    },
    {},
    listen,
  );
  process.stdout.write(renderImport(report, asked.shownAs));
  if (asked.reportFile !== undefined) await writeFile(asked.reportFile, problemsAsCsv(report));
  process.exitCode = exitCodeOf(report);
}

function exitCodeOf({ isStopped, problems }: ImportReport): number {
  if (isStopped) return STOPPED_BY_SIGNAL;
  return problems.length > 0 ? 1 : 0;
}
