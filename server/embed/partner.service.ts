import type { PartnerKeyKind } from '../../schema/partner-enums.js';
import { ProblemCode } from '../../schema/problem-code.js';
import type { AuditTrail } from '../auth/audit-trail.js';
import { type Action, authorize, authorizeAnywhere, isAllowed } from '../auth/permissions.js';
import type { Actor } from '../auth/role.service.js';
import type { Viewer } from '../auth/viewer.js';
import type { Clock } from '../clock.js';
import { conflict, HubError, notFound } from '../errors.js';
import { newId } from '../ids.js';
import type { Models } from '../mongo/models.js';
import type { PartnerDocument } from './partner.model.js';
import { checkFields, type PartnerFields } from './partner-fields.js';
import { newPartnerKey, type PartnerKeys } from './partner-keys.js';
import type { StoredQueries } from './stored-queries.js';

/** So that a key can be exchanged for another while both hold. */
const MOST_KEYS = 2;
const MOST_PARTNERS_OF_ACTOR = 200;

export interface PartnerParts {
  readonly models: Pick<Models, 'partner' | 'storedQuery' | 'partnerUsage'>;
  readonly keys: PartnerKeys;
  readonly queries: StoredQueries;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** Whether the hub knows an actor by this id. */
  readonly isActor: (id: string) => Promise<boolean>;
}

/** Who shows the hub's answers on sites of their own. */
export class PartnerService {
  constructor(private readonly parts: PartnerParts) {}

  /** The partner, for whoever may do this with it; to everybody else there is none. */
  async find(viewer: Viewer, action: Action, id: string): Promise<PartnerDocument> {
    const found = await this.parts.models.partner.findById(id).lean();
    if (found && isAllowed(viewer, action, found.actor)) return found;
    authorizeAnywhere(viewer, action);
    throw notFound();
  }

  /** Throws `HubProblems` for wrong values. */
  async register(by: Actor, given: PartnerFields): Promise<PartnerDocument> {
    authorize(by.viewer, 'registerPartner', given.actor);
    const fields = await this.check(given);
    await this.refuseFull(fields.actor);
    const now = this.parts.clock.now();
    const partner: PartnerDocument = {
      _id: newId('partner', now),
      ...fields,
      keys: [],
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    await this.parts.models.partner.create(partner);
    await this.note(by, 'partner.register', partner._id, fields.name);
    return partner;
  }

  /** Fields that are not given stay. Throws `CONFLICT` when it has moved on. */
  async change(
    by: Actor,
    id: string,
    expectedVersion: number,
    given: Partial<PartnerFields>,
  ): Promise<PartnerDocument> {
    const { name, actor, contact, origins, version } = await this.find(
      by.viewer,
      'changePartner',
      id,
    );
    if (version !== expectedVersion) throw conflict(version);
    const wanted = { name, actor, contact, origins, ...given };
    // Nobody hands a partner to an institution that she does not edit for.
    authorize(by.viewer, 'changePartner', wanted.actor);
    const fields = await this.check(wanted);
    if (fields.actor !== actor) await this.refuseFull(fields.actor);
    const changed = await this.write(id, expectedVersion, { $set: fields });
    await this.note(by, 'partner.change', id, fields.origins.join(' '));
    return changed;
  }

  /** Its keys, stored queries and usage go with it: the partner last, so that what breaks off is done again. */
  async remove(by: Actor, id: string, expectedVersion: number): Promise<void> {
    const { models, keys, queries } = this.parts;
    const { name, version } = await this.find(by.viewer, 'removePartner', id);
    const voided = await models.partner.updateOne(
      { _id: id, version: expectedVersion },
      { $set: { keys: [] } },
    );
    keys.forget();
    if (voided.matchedCount === 0) throw conflict(version);
    await models.storedQuery.deleteMany({ partner: id });
    queries.forget();
    await models.partnerUsage.deleteMany({ partner: id });
    await models.partner.deleteOne({ _id: id });
    keys.forget();
    await this.note(by, 'partner.remove', id, name);
  }

  /** The key itself is told this once. Throws `LIMIT_REACHED` when two of its kind hold. */
  async createKey(by: Actor, id: string, kind: PartnerKeyKind) {
    const { keys, version } = await this.find(by.viewer, 'createPartnerKey', id);
    if (keys.filter((key) => key.kind === kind).length >= MOST_KEYS) {
      throw tooMany(`Two ${kind} keys hold already. Revoke the one that is not used any more.`);
    }
    const { secret, document } = newPartnerKey(kind, this.parts.clock.now());
    const partner = await this.write(id, version, { $push: { keys: document } });
    await this.note(by, 'partner.key.create', id, `${kind} ${document._id}`);
    return { secret, key: document, partner };
  }

  /** Takes no version: it must not have to be tried twice. Throws `NOT_FOUND` for an unknown key. */
  async revokeKey(by: Actor, id: string, key: string): Promise<PartnerDocument> {
    await this.find(by.viewer, 'revokePartnerKey', id);
    const partner = await this.parts.models.partner
      .findOneAndUpdate(
        { _id: id, 'keys._id': key },
        { $pull: { keys: { _id: key } }, $inc: { version: 1 } },
        { returnDocument: 'after' },
      )
      .lean();
    this.parts.keys.forget();
    if (!partner) throw notFound();
    await this.note(by, 'partner.key.revoke', id, key);
    return partner;
  }

  private async check(fields: PartnerFields): Promise<PartnerFields> {
    const { actor } = fields;
    const isKnown = actor !== null && (await this.parts.isActor(actor));
    return checkFields(fields, () => isKnown);
  }

  /** Throws `LIMIT_REACHED` when an institution keeps as many as it may. */
  private async refuseFull(actor: string | null): Promise<void> {
    if (actor === null) return;
    const count = await this.parts.models.partner.countDocuments({ actor });
    if (count < MOST_PARTNERS_OF_ACTOR) return;
    throw tooMany(`An institution has at most ${MOST_PARTNERS_OF_ACTOR} partners.`);
  }

  private async write(id: string, version: number, update: object): Promise<PartnerDocument> {
    const { $set = {}, ...rest } = update as { readonly $set?: object };
    const { models, keys, clock } = this.parts;
    const changes = { ...rest, $set: { ...$set, updatedAt: clock.now() }, $inc: { version: 1 } };
    const changed = await models.partner
      .findOneAndUpdate({ _id: id, version }, changes, { returnDocument: 'after' })
      .lean();
    keys.forget();
    if (changed) return changed;
    throw conflict((await models.partner.findById(id).lean())?.version ?? 0);
  }

  private note(
    { viewer: { memberId }, address }: Actor,
    action: string,
    target: string,
    note: string,
  ) {
    return this.parts.audit.record({ memberId, action, target, address, note });
  }
}

const tooMany = (message: string) => new HubError(ProblemCode.LIMIT_REACHED, message);
