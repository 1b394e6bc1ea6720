import { type Connection, Schema } from 'mongoose';
import { ItemStatus } from '../../schema/knowledge-enums.js';
import { LOCALES } from '../locale.js';
import { schemaOptions } from '../mongo/named-document.js';
import type { KnowledgeDocument } from './knowledge.document.js';

const text = { type: String, required: true } as const;
const texts = [String];

const knowledgeSchema = new Schema<KnowledgeDocument>(
  {
    _id: text,
    slug: text,
    kind: text,
    status: text,
    public: { type: Boolean, required: true },
    version: { type: Number, required: true },
    originalLocale: text,
    textVersion: { type: Number, required: true },
    texts: { type: Schema.Types.Mixed, required: true },
    locales: texts,
    titleKeys: { type: Schema.Types.Mixed, required: true },
    countries: texts,
    actors: [{ _id: false, role: text, actor: text }],
    themes: texts,
    challenges: texts,
    stages: texts,
    hazards: texts,
    sdgs: texts,
    modality: { type: String, default: null },
    evidence: text,
    event: { type: String, default: null },
    sources: Schema.Types.Mixed,
    rights: text,
    publishedAt: { type: Date, default: null },
    updatedAt: { type: Date, required: true },
    verifiedAt: { type: String, default: '' },
    results: Schema.Types.Mixed,
    startDate: String,
    endDate: String,
    stillRunning: Boolean,
    level: String,
    nature: String,
    family: String,
    edition: Schema.Types.Mixed,
    inForce: Boolean,
    inForceFrom: String,
    steps: Schema.Types.Mixed,
    attachments: Schema.Types.Mixed,
    reviewBy: String,
    endorsements: Schema.Types.Mixed,
    institution: String,
    externalId: String,
    revision: Number,
    touchedAt: Date,
    draft: Schema.Types.Mixed,
    unfiled: Schema.Types.Mixed,
    unsettled: Number,
    withdrawal: Schema.Types.Mixed,
    seedHash: String,
    unindexedSince: Date,
  },
  schemaOptions,
);

knowledgeSchema.index({ slug: 1 }, { unique: true });
knowledgeSchema.index({ public: 1, publishedAt: -1, _id: 1 }); // newest and, backwards, oldest
knowledgeSchema.index({ public: 1, verifiedAt: -1, _id: 1 });
for (const locale of LOCALES) {
  knowledgeSchema.index({ public: 1, [`titleKeys.${locale}`]: 1, _id: 1 });
}

/** What lists are filtered by: each has the newest-first list of its own in an index. */
const FILTERED = [
  'kind',
  'countries',
  'themes',
  'actors.actor',
  'challenges',
  'stages',
  'hazards',
  'sdgs',
  'modality',
  'locales',
  'evidence',
  'event',
  'inForce',
] as const;
for (const field of FILTERED) {
  knowledgeSchema.index({ public: 1, [field]: 1, publishedAt: -1, _id: 1 });
}

knowledgeSchema.index({ family: 1, inForceFrom: -1, _id: 1 });
for (const field of ['attachments.id', 'draft.content.attachments.id'] as const) {
  knowledgeSchema.index(
    { [field]: 1 },
    { partialFilterExpression: { [field]: { $exists: true } } },
  );
}
knowledgeSchema.index({ updatedAt: 1, _id: 1 }); // what a hub process has missed
knowledgeSchema.index({ public: 1, updatedAt: 1, _id: 1 }); // what harvesters have missed
knowledgeSchema.index(
  { status: 1, updatedAt: 1, _id: 1 }, // … and what they have to forget
  { partialFilterExpression: { status: ItemStatus.WITHDRAWN } },
);
knowledgeSchema.index(
  { unindexedSince: 1, _id: 1 },
  { partialFilterExpression: { unindexedSince: { $exists: true } } },
);

/** What members of an institution work on. */
knowledgeSchema.index({ institution: 1, touchedAt: -1, _id: 1 });
knowledgeSchema.index({ touchedAt: -1, _id: 1 });
knowledgeSchema.index({ institution: 1, reviewBy: 1, _id: 1 });
for (const person of ['draft.authors.id', 'draft.assignee.id'] as const) {
  knowledgeSchema.index(
    { [person]: 1, touchedAt: -1, _id: 1 },
    { partialFilterExpression: { 'draft.status': { $exists: true } } },
  );
}
knowledgeSchema.index(
  { institution: 1, externalId: 1 },
  { unique: true, partialFilterExpression: { externalId: { $exists: true } } },
);
knowledgeSchema.index(
  { 'unfiled.number': 1 }, // steps that the history does not hold yet
  { partialFilterExpression: { 'unfiled.number': { $exists: true } } },
);
knowledgeSchema.index(
  { unsettled: 1 },
  { partialFilterExpression: { unsettled: { $exists: true } } },
);
knowledgeSchema.index({ kind: 1, status: 1, inForce: 1, inForceFrom: 1 }); // due to come into force

export const createKnowledgeModel = (connection: Connection) =>
  connection.model<KnowledgeDocument>('KnowledgeItem', knowledgeSchema, 'knowledge_items');

export type KnowledgeModel = ReturnType<typeof createKnowledgeModel>;
