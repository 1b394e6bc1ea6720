import DataLoader from 'dataloader';
import type { KnowledgeDocument } from './knowledge.document.js';
import type { KnowledgeModel } from './knowledge.model.js';
import { PUBLIC_ONLY } from './knowledge.policy.js';

type Links = Pick<KnowledgeDocument, '_id' | 'themes' | 'challenges' | 'actors' | 'countries'>;

/** The newest records are weighed first; further ones would hardly be shown. */
const MAX_CANDIDATES = 500;
const WEIGHTS = { themes: 3, challenges: 2, actors: 2, countries: 1 } as const;

/** What a record is linked to, as it is compared with others. */
export interface RelatedKey {
  readonly id: string;
  readonly themes: readonly string[];
  readonly challenges: readonly string[];
  readonly actors: readonly string[];
  readonly countries: readonly string[];
}

/** One per request: ids of the records that share most with each key, closest first; one command. */
export const createRelatedLoader = (model: KnowledgeModel) =>
  new DataLoader<RelatedKey, readonly string[], string>(
    async (keys) => {
      const candidates = await readCandidates(model, keys);
      const rarity = rarityOf(candidates);
      return keys.map((key) => closest(key, candidates, rarity));
    },
    { cacheKeyFn: ({ id }) => id },
  );

async function readCandidates(model: KnowledgeModel, keys: readonly RelatedKey[]) {
  const all = (field: 'themes' | 'challenges' | 'actors') => [
    ...new Set(keys.flatMap((key) => key[field])),
  ];
  const found = await model.collection
    .find({
      ...PUBLIC_ONLY,
      $or: [
        { themes: { $in: all('themes') } },
        { challenges: { $in: all('challenges') } },
        { 'actors.actor': { $in: all('actors') } },
      ],
    } as object)
    .project({ themes: 1, challenges: 1, 'actors.actor': 1, countries: 1 })
    .sort({ publishedAt: -1, _id: 1 })
    .limit(MAX_CANDIDATES)
    .toArray();
  return (found as unknown as Links[]).map(toKey);
}

const toKey = ({ _id: id, themes, challenges, actors, countries }: Links): RelatedKey => ({
  id,
  themes,
  challenges,
  actors: actors.map(({ actor }) => actor),
  countries,
});

type Field = keyof typeof WEIGHTS;
const FIELDS = Object.keys(WEIGHTS) as Field[];

/** What few records share says more than what all of them have. */
function rarityOf(candidates: readonly RelatedKey[]): (field: Field, code: string) => number {
  const counts = new Map<string, number>();
  for (const candidate of candidates) {
    for (const field of FIELDS) {
      for (const code of candidate[field]) {
        counts.set(`${field} ${code}`, (counts.get(`${field} ${code}`) ?? 0) + 1);
      }
    }
  }
  return (field, code) =>
    Math.log(1 + candidates.length / ((counts.get(`${field} ${code}`) ?? 0) + 0.5));
}

function closest(
  key: RelatedKey,
  candidates: readonly RelatedKey[],
  rarity: (field: Field, code: string) => number,
): readonly string[] {
  const score = (other: RelatedKey) =>
    FIELDS.reduce((sum, field) => {
      const shared = other[field].filter((code) => key[field].includes(code));
      return sum + WEIGHTS[field] * shared.reduce((total, code) => total + rarity(field, code), 0);
    }, 0);
  return candidates
    .filter(({ id }) => id !== key.id)
    .map((candidate) => ({ id: candidate.id, score: score(candidate) }))
    .filter((candidate) => candidate.score > 0)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}
