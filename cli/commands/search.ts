import { type Command, InvalidArgumentError, Option } from 'commander';
import { KnowledgeKind } from '../../schema/knowledge-enums.js';
import { LOCALES } from '../../server/locale.js';
import { askHub } from '../search/ask-hub.js';
import { renderFound, type SearchAnswer } from '../search/render-found.js';

interface SearchOptions {
  readonly lang: string;
  readonly kind?: readonly string[];
  readonly country?: readonly string[];
  readonly first: number;
  readonly json?: boolean;
  readonly url?: string;
}

const MOST = 100;

const EXAMPLES = `
Examples:
  saberes search "protocolo desastres"
  saberes search "aquisição conjunta" --lang pt
  saberes search huracán --country DO --kind case_study protocol
  saberes search "" --first 50             everything, newest first
  saberes search vacunas --json            the plain answer of the API
  saberes search vacunas --url http://localhost:4000

While a hub runs on the same data folder the command asks that hub.`;

export function addSearch(program: Command): void {
  program
    .command('search')
    .description('Find records by words in any of the four languages.')
    .argument('<words>', 'what to look for; typos and missing accents are forgiven')
    .addOption(
      new Option('--lang <language>', 'language of the answer').choices(LOCALES).default('es'),
    )
    .option('--kind <kind...>', `only these: ${Object.values(KnowledgeKind).join(', ')}`, kind)
    .option('--country <code...>', 'only about these countries: two letters', country)
    .option('--first <n>', `how many, 1 to ${MOST}`, howMany, 10)
    .option('--url <address>', 'ask the hub that runs at this address')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(search);
}

async function search(words: string, options: SearchOptions): Promise<void> {
  const { lang, kind: kinds, country: countries, first, json, url } = options;
  const variables = { query: words, first, filter: { kinds, countries } };
  const answer = await askHub({ operation: 'search', variables, lang, url });
  const text = json
    ? JSON.stringify(answer, null, 2)
    : renderFound((answer as unknown as SearchAnswer).search, words);
  process.stdout.write(`${text}\n`);
}

function kind(value: string, before: readonly string[] = []): readonly string[] {
  const name = value.toUpperCase().replaceAll('-', '_');
  if (!(Object.values(KnowledgeKind) as string[]).includes(name)) {
    throw new InvalidArgumentError(`Allowed are ${Object.values(KnowledgeKind).join(', ')}.`);
  }
  return [...before, name];
}

function country(value: string, before: readonly string[] = []): readonly string[] {
  if (!/^[a-z]{2}$/i.test(value)) throw new InvalidArgumentError('Give two letters, like CR.');
  return [...before, value.toUpperCase()];
}

function howMany(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= MOST) return number;
  throw new InvalidArgumentError(`Give a whole number from 1 to ${MOST}.`);
}
