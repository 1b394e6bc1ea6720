import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findApertium, type RealApertium } from './apertium.js';
import { findChromium } from './chromium.js';
import { hasOaiClient } from './oai-client.js';
import { findPhp } from './php.js';
import { findRealMongo, type RealMongo } from './real-mongo.js';
import { findXmllint } from './xmllint.js';

declare global {
  var saberesRealMongo: RealMongo | null | undefined;
  /** What its suites share; removed at the end. */
  var saberesRunFolder: string | undefined;
  var saberesApertium: RealApertium | null | undefined;
}

/** Starts one real MongoDB and one Apertium for the whole run, where there are, and says what the tests run on. */
export default async function globalSetup(): Promise<void> {
  const real = await findRealMongo(process.env);
  globalThis.saberesRealMongo = real;
  if (real === null && process.env.REQUIRE_REAL_MONGO === '1') {
    throw new Error(
      'REQUIRE_REAL_MONGO=1, but there is no MongoDB: set TEST_MONGODB_URI or MONGOD_BIN.',
    );
  }
  globalThis.saberesRunFolder = await mkdtemp(join(tmpdir(), 'saberes-run-'));
  process.env.SABERES_RUN_FOLDER = globalThis.saberesRunFolder;
  process.env.SABERES_REAL_MONGO_URI = real?.uri ?? '';
  process.env.SABERES_REAL_MONGO_NAME = real?.name ?? '';
  const beside =
    real === null
      ? 'no real MongoDB found (TEST_MONGODB_URI, MONGOD_BIN or mongod on the PATH)'
      : real.name;
  process.stdout.write(`Stores under test: embedded store; ${beside}\n`);
  announceBrowser();
  announceOutsidePrograms();
  await provideApertium();
}

function announceBrowser(): void {
  const program = findChromium(process.env);
  if (program) {
    process.stdout.write(`Browser under test: ${program}\n`);
    return;
  }
  const missing = 'no Chromium found (CHROMIUM_BIN, or chromium on the PATH)';
  if (process.env.REQUIRE_BROWSER === '1') throw new Error(`REQUIRE_BROWSER=1, but ${missing}.`);
  process.stdout.write(`BROWSER TESTS ARE LEFT OUT: ${missing}\n`);
}

function announceOutsidePrograms(): void {
  announce('REQUIRE_XMLLINT', 'XML VALIDATION', findXmllint() !== null, 'xmllint');
  announce('REQUIRE_OAI_CLIENT', 'HARVESTING FROM OUTSIDE', hasOaiClient(), 'Perl with HTTP::OAI');
  announce('REQUIRE_PHP', 'RUNNING SNIPPETS OF PHP', findPhp() !== null, 'php');
}

function announce(setting: string, tests: string, isThere: boolean, program: string): void {
  if (isThere) return;
  if (process.env[setting] === '1') throw new Error(`${setting}=1, but there is no ${program}.`);
  process.stdout.write(`${tests} IS LEFT OUT: no ${program} found\n`);
}

async function provideApertium(): Promise<void> {
  const apertium = await findApertium(process.env);
  globalThis.saberesApertium = apertium;
  process.env.SABERES_APERTIUM_URL = apertium?.url ?? '';
  if (apertium) {
    process.stdout.write(`Translation under test: Apertium at ${apertium.url}\n`);
    return;
  }
  const missing = 'no Apertium found (TEST_APERTIUM_URL, or apertium-apy on the PATH)';
  if (process.env.REQUIRE_APERTIUM === '1') throw new Error(`REQUIRE_APERTIUM=1, but ${missing}.`);
  process.stdout.write(`TRANSLATION TESTS ARE LEFT OUT: ${missing}\n`);
}
