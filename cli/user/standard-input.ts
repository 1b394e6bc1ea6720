import { CommandError } from '../fail.js';

const MOST_BYTES = 4_096;

/** The first line of standard input, without its end. */
export async function readLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += String(chunk);
    if (text.includes('\n') || text.length > MOST_BYTES) break;
  }
  const [line = ''] = text.split(/\r?\n/, 1);
  if (line === '') throw new CommandError('There was no password on standard input.');
  return line;
}
