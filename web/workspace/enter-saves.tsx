import type { PageContext } from '../page-context.js';

/** The first button of a form is what the key Enter presses: it has to be the one that saves. */
export function EnterSaves({ context }: { readonly context: PageContext }) {
  return (
    <button
      type="submit"
      name="do"
      value="save"
      class="visually-hidden"
      tabIndex={-1}
      aria-hidden="true"
    >
      {context.t('editor.save')}
    </button>
  );
}
