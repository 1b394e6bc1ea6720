import { describeAnswers } from './search-answer.contract.js';
import { describeFinding } from './search-finding.contract.js';
import { describeMachineTexts } from './search-machine.contract.js';
import { describeWriting } from './search-writing.contract.js';
import type { StartEngine } from './started-engine.js';

/** What every search engine of the hub has to do, whatever it runs on. */
export function describeSearchEngineContract(name: string, start: StartEngine) {
  describeFinding(name, start);
  describeAnswers(name, start);
  describeWriting(name, start);
  describeMachineTexts(name, start);
}
