import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DEFAULT_LOCALE } from '../../server/locale.js';
import { CommandError } from '../fail.js';
import { withHub } from '../one-shot.js';
import { toFormat, toKind, toLocale } from './asked-values.js';

interface AskedTemplate {
  readonly template: string;
  readonly language?: string;
  readonly format?: string;
}

/** Writes an empty table to standard output. */
export async function writeTemplate({ template, language, format }: AskedTemplate): Promise<void> {
  const kind = toKind(template);
  const locale = language === undefined ? DEFAULT_LOCALE : toLocale(language);
  const asFormat = toFormat(format ?? 'xlsx', ['XLSX', 'CSV']);
  if (asFormat === 'XLSX' && process.stdout.isTTY) {
    throw new CommandError('Send the template to a file: … > template.xlsx');
  }
  await withHub('connect', async ({ exchange }) => {
    const file = await exchange.templates.template({ kind, locale, format: asFormat });
    await pipeline(Readable.from(file), process.stdout, { end: false });
  });
}
