// Jest starts with what took longest the last time. A fresh clone knows no last time, and a long suite
// begun last keeps one worker busy while the other has nothing left to do.
import { basename } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** More than half a minute each. */
const LONG_SUITES = new Set([
  'accessibility',
  'account-browser',
  'cli',
  'cli-faults',
  'cli-members',
  'cli-partners',
  'cli-transfer',
  'embed-browser',
  'embed-snippets',
  'hostile-input',
  'hub-kills',
  'machine-texts',
  'publishing-kills',
  'reference-exports',
  'workspace-accessibility',
  'workspace-journey',
]);

const isLong = ({ path }) => LONG_SUITES.has(basename(path, '.test.js'));

/** The long suites before all others. */
export default class LongSuitesFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
