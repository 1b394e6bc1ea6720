import { Actor } from '../../schema/actor.js';
import { LOCALES, type Locale } from '../locale.js';
import { localized } from '../localized.js';
import type { ActorDocument } from './actor.model.js';

/** Links are filled in when all reference data is there: see `link-reference.ts`. */
export function toActor(stored: ActorDocument, locale: Locale): Actor {
  const { _id: id, slug, kind } = stored;
  const name = localized(stored.name, locale) ?? slug;
  const acronym = localized(stored.acronym, locale);
  return Object.assign(new Actor(), {
    id,
    slug,
    name,
    acronym,
    aliases: otherNames(stored, new Set([name, acronym ?? ''])),
    kind,
    country: null,
    parent: null,
    members: [],
    website: stored.website ?? null,
    description: localized(stored.description, locale),
  });
}

/** Whatever else it is called, in any language. */
function otherNames(stored: ActorDocument, known: ReadonlySet<string>): readonly string[] {
  const names = LOCALES.flatMap((locale) => [
    stored.acronym?.[locale] ?? '',
    stored.name[locale] ?? '',
    ...(stored.aliases?.[locale] ?? []),
  ]);
  return [...new Set(names)].filter((name) => name !== '' && !known.has(name));
}
