import type { ComponentChildren } from 'preact';
import type { PageContext } from '../../page-context.js';

interface CopyButtonProps {
  readonly context: PageContext;
  /** A text, or with # before it the element whose text is copied. */
  readonly of: string;
  /** What is said when it is done. */
  readonly done: string;
  readonly children: ComponentChildren;
}

/** Hidden until the script of the page shows it. */
export function CopyButton({ context, of, done, children }: CopyButtonProps) {
  return (
    <span class="copy" data-no-print>
      <button
        type="button"
        class="button button--quiet"
        data-copy={of}
        data-done={done}
        data-failed={context.t('cite.failed')}
        hidden
      >
        {children}
      </button>
      <span role="status" />
    </span>
  );
}
