import { Autosave } from './autosave.js';
import { watchChecklists } from './checklists.js';
import { watchCounters } from './counters.js';
import { focusOnRow, freshRows } from './fresh-rows.js';
import { LivePreview } from './live-preview.js';

/** What a form of ours holds, as it would be sent. */
const valuesIn = (form: HTMLFormElement): URLSearchParams =>
  new URLSearchParams(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );

function start(form: HTMLFormElement): void {
  const preview = new LivePreview();
  const autosave = new Autosave(form, valuesIn, () => void preview.refresh());
  watchCounters(form);
  watchChecklists(form);

  async function changeRows(button: HTMLButtonElement): Promise<void> {
    const body = valuesIn(form);
    body.set('do', button.value);
    const change = await freshRows(form.action, body, button.value);
    if (typeof change === 'string') return autosave.say(change);
    document.getElementById(change.id)?.replaceWith(change);
    focusOnRow(change, button.value);
    autosave.touch();
  }

  form.addEventListener('submit', (event) => {
    const button = event.submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    if ('rows' in button.dataset) {
      event.preventDefault();
      void changeRows(button);
    } else if (autosave.saving) {
      // Two versions of one's own must not meet: the form follows when the other is stored.
      event.preventDefault();
      void autosave.saving.then(() => form.requestSubmit(button));
    } else autosave.leave();
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-editor]')) start(form);
document.querySelector<HTMLElement>('main [data-focus][tabindex]')?.focus();
