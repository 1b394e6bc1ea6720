import type { OperationTypes } from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';

export type IdentityProviders = OperationTypes['identity-providers']['data']['identityProviders'];

interface ProviderLinksProps {
  readonly context: PageContext;
  readonly providers: IdentityProviders;
  /** Where to come back to. */
  readonly next: string;
}

/** The ways of institutions that keep their people themselves. */
export function ProviderLinks({ context, providers, next }: ProviderLinksProps) {
  if (providers.length === 0) return null;
  return (
    <ul class="providers">
      {providers.map(({ name, startPath }) => (
        <li key={startPath}>
          <a
            class="button button--quiet"
            href={`${startPath}?${new URLSearchParams({ to: next })}`}
          >
            {context.t('signIn.with', { name })}
          </a>
        </li>
      ))}
    </ul>
  );
}
