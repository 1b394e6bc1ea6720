import type { ChangedLinks } from '../knowledge/public-changes.js';
import type { LocalizedText } from '../locale.js';
import type { Reference } from '../reference/reference.js';
import { CODE_LABELS } from '../search/code-labels.js';
import type { SearchFilter } from '../search/search-engine.js';

export interface OaiSet {
  readonly spec: string;
  readonly names: LocalizedText;
  readonly filter: SearchFilter;
}

const ROOTS = {
  kind: { es: 'Por tipo', en: 'By kind', pt: 'Por tipo', fr: 'Par type' },
  country: { es: 'Por país', en: 'By country', pt: 'Por país', fr: 'Par pays' },
  theme: { es: 'Por tema', en: 'By theme', pt: 'Por tema', fr: 'Par thème' },
} as const satisfies Record<string, LocalizedText>;

/** Sets by kind, country and theme; a theme includes its narrower ones, as in search. */
export class OaiSets {
  readonly all: readonly OaiSet[];
  private readonly bySpec: ReadonlyMap<string, OaiSet>;

  constructor(private readonly reference: Reference) {
    this.all = [...kinds(), ...countries(reference), ...themes(reference)];
    this.bySpec = new Map(this.all.map((set) => [set.spec, set]));
  }

  /** Undefined for a set that there is not. */
  find(spec: string): OaiSet | undefined {
    return this.bySpec.get(spec);
  }

  /** Every set that a record is in; the broader ones of a set by kind or country follow from its name. */
  of({ kind, countries: codes, themes: own }: ChangedLinks): readonly string[] {
    const { themes: tree } = this.reference;
    const specs = [
      `kind:${kind}`,
      ...(codes ?? []).map((code) => `country:${code}`),
      ...(own ?? []).flatMap((code) => tree.withBroader(code)).map((code) => `theme:${code}`),
    ];
    return [...new Set(specs)].filter((spec) => this.bySpec.has(spec));
  }
}

function* kinds(): Generator<OaiSet> {
  yield { spec: 'kind', names: ROOTS.kind, filter: {} };
  for (const [code, names] of Object.entries(CODE_LABELS.KIND)) {
    yield { spec: `kind:${code}`, names, filter: { codes: { KIND: [code] } } };
  }
}

function* countries({ records }: Reference): Generator<OaiSet> {
  const all = records.countries.map(({ code }) => code);
  yield { spec: 'country', names: ROOTS.country, filter: { codes: { COUNTRY: all } } };
  for (const { code, name } of records.countries) {
    yield { spec: `country:${code}`, names: name, filter: { codes: { COUNTRY: [code] } } };
  }
}

function* themes({ records, themes: tree }: Reference): Generator<OaiSet> {
  const all = records.concepts.filter(({ scheme }) => scheme === 'theme');
  const codes = all.map(({ code }) => code);
  yield { spec: 'theme', names: ROOTS.theme, filter: { codes: { THEME: codes } } };
  for (const { code, name } of all) {
    const filter = { codes: { THEME: tree.withNarrower(code) } };
    yield { spec: `theme:${code}`, names: name, filter };
  }
}
