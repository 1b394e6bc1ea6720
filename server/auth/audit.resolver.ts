import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { AuditConnection, AuditFilter } from '../../schema/audit-entry.js';
import type { HubContext } from '../graphql/context.js';
import type { Auth } from './auth.js';
import { authorize } from './permissions.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly auth: Auth) {}

  @Query(() => AuditConnection, {
    description: 'Who signed in, changed rights or took a step, newest first; for administrators.',
  })
  auditTrail(
    @Arg('filter', () => AuditFilter, { nullable: true }) filter: AuditFilter | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'A cursor of this same list.' })
    after: string | null,
    @Ctx() { viewer }: HubContext,
  ) {
    authorize(viewer, 'auditTrail', null);
    return this.auth.audit.page(filter ?? {}, first ?? 20, after ?? null);
  }
}
