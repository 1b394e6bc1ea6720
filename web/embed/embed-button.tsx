import type { PageContext } from '../page-context.js';
import { configuratorFor } from './embed-choice.js';

/** From what is shown here to the snippets that show it elsewhere. */
export function EmbedButton({ context }: { readonly context: PageContext }) {
  const address = configuratorFor(context);
  if (!address) return null;
  return (
    <a class="embed-button" href={address} rel="nofollow" data-no-print>
      {context.t('embedThis.title')}
    </a>
  );
}
