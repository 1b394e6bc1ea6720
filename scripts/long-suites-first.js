// Jest starts with what took longest the last time. A fresh clone knows no last time, and a long suite
// begun last keeps one worker busy while the other has nothing left to do.
import { basename } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const LONG_SUITES = new Set([
  'accessibility',
  'publishing-kills',
  'workspace-accessibility',
  'cli-partners',
  'cli',
  'account-browser',
  'tables-abuse',
  'hostile-input',
  'links',
  'cli-transfer',
  'reference-exports',
  'workspace-journey',
  'publishing-races',
  'mongo-differential',
  'permission-matrix',
]);

const isLong = ({ path }) => LONG_SUITES.has(basename(path, '.test.js'));

/** The long suites before all others. */
export default class LongSuitesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
