import { createHash } from 'node:crypto';
import { PartnerKeyKind, StoredQueryStatus } from '../../schema/partner-enums.js';
import type { PartnerDocument } from '../../server/embed/partner.model.js';
import { newPartnerKey } from '../../server/embed/partner-keys.js';
import type { StoredQueryDocument } from '../../server/embed/stored-query.model.js';
import { newId } from '../../server/ids.js';
import type { Models } from '../../server/mongo/models.js';

export const ORIGIN = 'https://www.partner.example';
export const NEWEST = '{ knowledgeItems(first: 5) { nodes { title url } } }';

let count = 0;

/** A partner with a key of each kind, on `ORIGIN` unless the parts say otherwise. */
export async function buildPartner(
  { partner: model }: Models,
  parts: Partial<PartnerDocument> = {},
) {
  const now = new Date();
  const publicKey = newPartnerKey(PartnerKeyKind.PUBLIC, now);
  const secretKey = newPartnerKey(PartnerKeyKind.SECRET, now);
  const partner: PartnerDocument = {
    _id: newId('partner', now),
    name: `Partner ${++count}`,
    actor: null,
    contact: 'web@partner.example',
    origins: [ORIGIN],
    keys: [publicKey.document, secretKey.document],
    version: 1,
    createdAt: now,
    updatedAt: now,
    ...parts,
  };
  await model.create(partner);
  return { ...partner, publicKey: publicKey.secret, secretKey: secretKey.secret };
}

/** An active query of a partner; written as it is, without the checks of saving. */
export async function buildStoredQuery(
  { storedQuery: model }: Models,
  parts: Partial<StoredQueryDocument> & Pick<StoredQueryDocument, 'partner'>,
): Promise<StoredQueryDocument> {
  const now = new Date();
  const document = parts.document ?? NEWEST;
  const query: StoredQueryDocument = {
    _id: `stored-${++count}`,
    title: 'Newest',
    document,
    documentId: createHash('sha256').update(document).digest('hex'),
    operationName: null,
    variables: [],
    status: StoredQueryStatus.ACTIVE,
    version: 1,
    createdAt: now,
    updatedAt: now,
    lastUsedAt: null,
    ...parts,
  };
  await model.create(query);
  return query;
}
