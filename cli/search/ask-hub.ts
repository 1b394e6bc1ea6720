import { type OperationName, readOperation } from '../../schema/operations/operation-file.js';
import type { FormattedResult } from '../../server/graphql/operations.js';
import type { Hub } from '../../server/hub.js';
import type { Locale } from '../../server/locale.js';
import { EmbeddedStoreError } from '../../server/mongo/embedded/embedded-store-error.js';
import { CommandError } from '../fail.js';
import { readOneShotConfig, withHub } from '../one-shot.js';
import { settleIndex } from '../settle-index.js';
import { askOverHttp, runningHubUrl } from './running-hub.js';

export interface Question {
  readonly operation: OperationName;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly lang: string;
  /** Of a running hub; without it the records are read in this process. */
  readonly url?: string;
}

/** Answers in process; where a hub runs on the same data folder, or an address is given, over HTTP. */
export async function askHub({ operation, variables, lang, url }: Question) {
  const source = readOperation(operation);
  if (url) return dataOf(await askOverHttp(url, source, variables, lang));
  try {
    return await withHub('prepare', async (hub) => {
      await refuseEmpty(hub);
      await settleIndex(hub);
      return dataOf(await hub.execute(source, variables, lang as Locale));
    });
  } catch (error) {
    if (!isInUse(error)) throw error;
    const running = runningHubUrl(readOneShotConfig());
    const answer = await askOverHttp(running, source, variables, lang).catch(() => null);
    if (!answer) throw new CommandError(`${error.message} ${HINT}`);
    process.stderr.write(
      `The data folder is in use; this is the answer of the hub at ${running}.\n`,
    );
    return dataOf(answer);
  }
}

const HINT =
  'To ask the hub that runs there, give its address: saberes search … --url http://localhost:4000';

const isInUse = (error: unknown): error is EmbeddedStoreError =>
  error instanceof EmbeddedStoreError && error.code === 'DATA_DIR_IN_USE';

async function refuseEmpty(hub: Hub): Promise<void> {
  const one = await hub.models.knowledge.findOne({}, '_id').lean();
  if (!one) throw new CommandError('This hub holds no records yet. Load them: saberes seed');
}

function dataOf({ data, errors }: FormattedResult) {
  if (!data || errors?.length) {
    throw new CommandError((errors ?? []).map(({ message }) => message).join('\n'));
  }
  return data;
}
