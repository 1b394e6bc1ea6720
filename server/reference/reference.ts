import { LOCALES, type Locale } from '../locale.js';
import type { ConceptScheme } from '../thesaurus/concept.model.js';
import { ConceptTree } from '../thesaurus/concept-tree.js';
import { LocalizedReference } from './localized-reference.js';
import type { ReferenceRecords } from './reference-records.js';

/** One version of all reference data, in memory: countries, groups, concepts, actors, events. */
export class Reference {
  readonly themes: ConceptTree;
  readonly sdgs: ConceptTree;
  private readonly byLocale = new Map<Locale, LocalizedReference>();

  constructor(
    readonly records: ReferenceRecords,
    private readonly today: string,
  ) {
    const scheme = (name: ConceptScheme) =>
      records.concepts.filter((concept) => concept.scheme === name);
    this.themes = new ConceptTree(scheme('theme'));
    this.sdgs = new ConceptTree(scheme('sdg'));
  }

  /** Everything as readers of one language see it. */
  in(locale: Locale): LocalizedReference {
    const known = this.byLocale.get(locale);
    if (known) return known;
    const made = new LocalizedReference(this.records, locale, this.today);
    this.byLocale.set(locale, made);
    return made;
  }

  /** The same thing in every language, for the search index. */
  inAll(): readonly (readonly [Locale, LocalizedReference])[] {
    return LOCALES.map((locale) => [locale, this.in(locale)] as const);
  }
}
