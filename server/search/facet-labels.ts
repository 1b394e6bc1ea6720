import { FacetField } from '../../schema/search.js';
import { Locale } from '../locale.js';
import type { LocalizedReference } from '../reference/localized-reference.js';
import { CODE_LABELS } from './code-labels.js';

/** What a value of a facet is called in the reader's language; the code itself when unknown. */
export function facetLabel(
  field: FacetField,
  value: string,
  locale: Locale,
  reference: LocalizedReference,
): string {
  return namedLabel(field, value, locale, reference) ?? value;
}

/** What to give as filter: languages are written as in the enum `Locale`, the rest as indexed. */
export const facetValue = (field: FacetField, value: string): string =>
  field === FacetField.LANGUAGE ? value.toUpperCase() : value;

function namedLabel(
  field: FacetField,
  value: string,
  locale: Locale,
  reference: LocalizedReference,
): string | undefined {
  switch (field) {
    case FacetField.COUNTRY:
      return reference.countries.get(value)?.name;
    case FacetField.THEME:
      return reference.themes.get(value)?.name;
    case FacetField.ACTOR:
      return reference.actors.get(value)?.name;
    case FacetField.CHALLENGE:
      return reference.challenges.get(value)?.name;
    case FacetField.HAZARD:
      return reference.hazards.get(value)?.name;
    case FacetField.SDG:
      return reference.sdgs.get(value)?.name;
    case FacetField.LANGUAGE:
      return languageName(value, locale);
    case FacetField.KIND:
    case FacetField.ACTOR_KIND:
    case FacetField.STAGE:
    case FacetField.MODALITY:
    case FacetField.EVIDENCE: {
      const labels: Readonly<Record<string, Readonly<Record<Locale, string>>>> = CODE_LABELS[field];
      return labels[value]?.[locale];
    }
  }
}

const languageNames = new Map(
  Object.values(Locale).map((locale) => [
    locale,
    new Intl.DisplayNames(locale, { type: 'language' }),
  ]),
);

function languageName(code: string, locale: Locale): string | undefined {
  const name = languageNames.get(locale)?.of(code);
  return name && name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
}
