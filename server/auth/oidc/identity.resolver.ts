import { Query, Resolver } from 'type-graphql';
import { IdentityProvider } from '../../../schema/identity-provider.js';
import type { Auth } from '../auth.js';

@Resolver()
export class IdentityResolver {
  constructor(private readonly auth: Auth) {}

  @Query(() => [IdentityProvider], { description: 'Other ways to sign in than a password.' })
  identityProviders(): readonly IdentityProvider[] {
    return this.auth.providers.map(({ settings: { id, name } }) => ({
      name,
      startPath: `/auth/oidc/${id}/start`,
    }));
  }
}
