import { Event } from '../../schema/event.js';
import type { Locale } from '../locale.js';
import { localized } from '../localized.js';
import type { EventDocument } from './event.model.js';

/** Organizers are filled in when all reference data is there: see `link-reference.ts`. */
export const toEvent = (stored: EventDocument, locale: Locale): Event =>
  Object.assign(new Event(), {
    id: stored._id,
    slug: stored.slug,
    name: localized(stored.name, locale) ?? stored.slug,
    description: localized(stored.description, locale),
    startDate: stored.startDate ?? null,
    endDate: stored.endDate ?? null,
    place: localized(stored.place, locale),
    organizers: [],
  });
