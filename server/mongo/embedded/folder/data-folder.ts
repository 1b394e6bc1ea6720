import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { EmbeddedStoreError } from '../embedded-store-error.js';
import { checkDataFile } from './data-file.js';
import { writeDurably } from './durable-file.js';
import { FolderLock } from './folder-lock.js';

const FORMAT_NAME = 'saberes-embedded-store';
const FORMAT_VERSION = 1;

export interface DataFolder {
  readonly dataFile: string;
  readonly lock: FolderLock;
}

/** Makes sure that the folder is ours, usable and used by nobody else, before LMDB touches anything in it. */
export async function openDataFolder(folder: string): Promise<DataFolder> {
  const dataFile = join(folder, 'data.mdb');
  prepare(folder);
  refuseForeign(folder, dataFile);
  const lock = await FolderLock.acquire(folder);
  try {
    const format = join(folder, 'FORMAT');
    if (!existsSync(format)) writeDurably(format, `${FORMAT_NAME} ${FORMAT_VERSION}\n`);
    checkDataFile(dataFile);
    return { dataFile, lock };
  } catch (error) {
    lock.release();
    throw error instanceof EmbeddedStoreError ? error : notWritable(folder, error);
  }
}

function prepare(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const probe = join(folder, `.probe-${process.pid}`);
    writeDurably(probe, '');
    rmSync(probe, { force: true });
  } catch (error) {
    throw notWritable(folder, error);
  }
}

function refuseForeign(folder: string, dataFile: string): void {
  const format = join(folder, 'FORMAT');
  if (!existsSync(format)) {
    const stranger = readdirSync(folder).find((name) => /^(WiredTiger|storage\.bson)/.test(name));
    if (stranger === undefined && !existsSync(dataFile)) return;
    throw new EmbeddedStoreError(
      'DATA_DIR_FOREIGN',
      `The data folder ${folder} holds files of another program; choose another folder.`,
    );
  }
  const [name, version] = readFileSync(format, 'utf8').trim().split(/\s+/);
  if (name !== FORMAT_NAME) {
    throw new EmbeddedStoreError(
      'DATA_DIR_FOREIGN',
      `The data folder ${folder} was not written by this store; choose another folder.`,
    );
  }
  if (version !== String(FORMAT_VERSION)) {
    throw new EmbeddedStoreError(
      'DATA_DIR_OTHER_VERSION',
      `The data folder ${folder} has format ${version}, this version reads format ${FORMAT_VERSION}; export it with the version that wrote it.`,
    );
  }
}

function notWritable(folder: string, error: unknown): EmbeddedStoreError {
  const reason = error instanceof Error ? error.message : String(error);
  return new EmbeddedStoreError(
    'DATA_DIR_NOT_WRITABLE',
    `The data folder ${folder} cannot be written: ${reason}`,
  );
}
