import type { Aliases, ItemSeed, Label, Seeds } from '../../seeds/schema.js';
import { LOCALES, type Locale } from '../../server/locale.js';
import type { SearchDocument, SearchTexts } from '../../server/search/search-engine.js';
import { plainText } from '../../server/search/words/plain-text.js';

interface Named {
  readonly name: Label;
  readonly acronym?: Label;
  readonly aliases?: Aliases;
  readonly synonyms?: Aliases;
}

/** The shipped content as search engines take it. */
export function seedDocuments(seeds: Seeds): SearchDocument[] {
  const linked = new Linked(seeds);
  return seeds.items.map((item) => linked.toDocument(item));
}

class Linked {
  constructor(private readonly seeds: Seeds) {}

  toDocument(item: ItemSeed): SearchDocument {
    const themes = this.seeds.themes.filter(({ code }) => item.themes.includes(code));
    const actors = this.seeds.actors.filter(({ slug }) =>
      item.actors.some(({ actor }) => actor === slug),
    );
    const groups = this.seeds.groups.filter(({ members }) =>
      members.some(({ country }) => item.countries.includes(country)),
    );
    const named: Named[] = [
      ...themes,
      ...actors,
      ...this.seeds.countries.filter(({ code }) => item.countries.includes(code)),
      ...this.seeds.hazards.filter(({ code }) => item.hazards.includes(code)),
      ...this.seeds.challenges.filter(({ code }) => item.challenges.includes(code)),
      ...this.seeds.sdgs.filter(({ code }) => item.sdgs.includes(code)),
      ...this.seeds.events.filter(({ slug }) => item.event === slug),
    ];
    return {
      id: item.slug,
      version: 1,
      texts: textsOf(item),
      labels: labelsOf(named),
      codes: {
        KIND: [item.kind],
        COUNTRY: item.countries,
        GROUP: groups.map(({ code }) => code),
        THEME: this.withBroader(item.themes),
        ACTOR: actors.map(({ slug }) => slug),
        ACTOR_KIND: actors.map(({ kind }) => kind),
        CHALLENGE: item.challenges,
        STAGE: item.stages,
        HAZARD: item.hazards,
        SDG: item.sdgs,
        MODALITY: item.modality ? [item.modality] : [],
        LANGUAGE: LOCALES.filter((locale) => item.texts[locale]),
        EVIDENCE: [item.evidence],
      },
      event: item.event ?? null,
      inForce: item.kind === 'PROTOCOL' ? item.inForce : null,
      publishedAt: Date.parse(item.publishedAt),
    };
  }

  private withBroader(codes: readonly string[]): string[] {
    const found = new Set<string>();
    const visit = (code: string | undefined) => {
      const theme = this.seeds.themes.find((candidate) => candidate.code === code);
      if (!theme || found.has(theme.code)) return;
      found.add(theme.code);
      visit(theme.broader);
    };
    codes.forEach(visit);
    return [...found];
  }
}

function labelsOf(named: readonly Named[]): Record<Locale, string[]> {
  const inLocale = (locale: Locale) =>
    named.flatMap(({ name, acronym, aliases, synonyms }) => [
      name[locale],
      ...(acronym ? [acronym[locale]] : []),
      ...(aliases?.[locale] ?? []),
      ...(synonyms?.[locale] ?? []),
    ]);
  return Object.fromEntries(LOCALES.map((locale) => [locale, inLocale(locale)])) as Record<
    Locale,
    string[]
  >;
}

function textsOf(item: ItemSeed): Partial<Record<Locale, SearchTexts>> {
  const texts: Partial<Record<Locale, SearchTexts>> = {};
  for (const locale of LOCALES) {
    const given = item.texts[locale];
    if (!given) continue;
    const { title, summary, ...prose } = given;
    const parts = Object.values(prose as Record<string, string | readonly string[] | undefined>);
    const steps = item.kind === 'PROTOCOL' ? item.steps.map(({ text }) => text[locale]) : [];
    const body = [...parts.flatMap((part) => part ?? []), ...steps].map(plainText).join('\n\n');
    texts[locale] = { title, summary, body };
  }
  return texts;
}
