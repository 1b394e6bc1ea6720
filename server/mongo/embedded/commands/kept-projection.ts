import { type Doc, isDoc } from '../semantics/document.js';
import { compileProjection } from '../semantics/project.js';
import { decode } from '../storage/bson.js';
import { type KeptFields, RawProjection } from '../storage/raw-projection.js';

/** A client asks with few projections, each many times. */
const MOST = 1000;
const known = new Map<string, RawProjection | null>();

/**
 * The projection that a command carries, when it only names fields to keep: documents then pass through it as
 * bytes. Null for any other, which is left to the decoded way.
 */
export function keptProjection(bytes: Buffer | null): RawProjection | null {
  if (bytes === null) return null;
  const key = bytes.toString('latin1');
  const found = known.get(key);
  if (found !== undefined) return found;
  const fields = keptFields(decode(bytes));
  const made = fields === null ? null : new RawProjection(fields);
  if (known.size < MOST) known.set(key, made);
  return made;
}

type Draft = { [name: string]: Draft | true };

function keptFields(spec: Doc): KeptFields | null {
  const paths = Object.entries(spec);
  if (paths.length === 0 || !paths.every(([path, value]) => isPlain(path, value))) return null;
  // Refuses what clients may not ask.
  compileProjection(spec);
  const root: Draft = Object.assign(Object.create(null), { _id: true });
  for (const [path] of paths) keep(root, path.split('.'));
  return root;
}

/** `_id` comes along in any case, and parts of it are a rarity. */
const isPlain = (path: string, value: unknown) =>
  (value === 1 || value === true) && !path.includes('$') && !path.startsWith('_id.');

function keep(root: Draft, path: readonly string[]): void {
  let level = root;
  for (const part of path.slice(0, -1)) {
    const inner = level[part];
    const next: Draft = isDraft(inner) ? inner : Object.create(null);
    level[part] = next;
    level = next;
  }
  level[path.at(-1) as string] = true;
}

const isDraft = (value: Draft | true | undefined): value is Draft => isDoc(value);
