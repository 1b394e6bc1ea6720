import type { LessonLevel, LessonNature, Rights } from '../../schema/knowledge-enums.js';
import { LOCALES, type Locale } from '../locale.js';
import { CODE_LABELS } from '../search/code-labels.js';

type Labels<Code extends string> = Readonly<Record<Code, Readonly<Record<Locale, string>>>>;

const RIGHTS: Labels<Rights> = {
  AUTHORISATION_NEEDED: {
    es: 'Requiere autorización',
    en: 'Authorisation needed',
    pt: 'Requer autorização',
    fr: 'Autorisation requise',
  },
  LINK_ONLY: { es: 'Solo enlazar', en: 'Link only', pt: 'Somente link', fr: 'Lien seulement' },
  OPEN: { es: 'Licencia abierta', en: 'Open licence', pt: 'Licença aberta', fr: 'Licence ouverte' },
  REPRODUCE_WITH_SOURCE: {
    es: 'Reproducción citando la fuente',
    en: 'Reproduction with attribution',
    pt: 'Reprodução com citação da fonte',
    fr: 'Reproduction avec mention de la source',
  },
};

const LEVELS: Labels<LessonLevel> = {
  COUNTRY: { es: 'Países', en: 'Countries', pt: 'Países', fr: 'Pays' },
  GLOBAL: { es: 'El mundo', en: 'The world', pt: 'O mundo', fr: 'Le monde' },
  INSTITUTION: { es: 'Instituciones', en: 'Institutions', pt: 'Instituições', fr: 'Institutions' },
  PERSON_COMMUNITY: {
    es: 'Personas y comunidades',
    en: 'People and communities',
    pt: 'Pessoas e comunidades',
    fr: 'Personnes et communautés',
  },
  REGION: { es: 'La región', en: 'The region', pt: 'A região', fr: 'La région' },
};

const NATURES: Labels<LessonNature> = {
  CHALLENGE: {
    es: 'Reto pendiente de respuesta',
    en: 'Challenge that awaits an answer',
    pt: 'Desafio à espera de resposta',
    fr: 'Défi en attente de réponse',
  },
  LESSON: { es: 'Lección', en: 'Lesson', pt: 'Lição', fr: 'Leçon' },
};

const YES_OR_NO: Labels<'true' | 'false'> = {
  true: { es: 'Sí', en: 'Yes', pt: 'Sim', fr: 'Oui' },
  false: { es: 'No', en: 'No', pt: 'Não', fr: 'Non' },
};

const languageName = (language: Locale) => (shownIn: Locale) =>
  new Intl.DisplayNames(shownIn, { type: 'language' }).of(language) ?? language;

const inEachLocale = (name: (locale: Locale) => string) =>
  Object.fromEntries(LOCALES.map((locale) => [locale, name(locale)])) as Record<Locale, string>;

const LANGUAGES = Object.fromEntries(
  LOCALES.map((language) => [language, inEachLocale(languageName(language))]),
) as Labels<Locale>;

/** Labels of the codes that the contract lists, by the vocabulary that they belong to. */
export const VALUE_LABELS = {
  kind: CODE_LABELS.KIND,
  stage: CODE_LABELS.STAGE,
  modality: CODE_LABELS.MODALITY,
  evidence: CODE_LABELS.EVIDENCE,
  rights: RIGHTS,
  level: LEVELS,
  nature: NATURES,
  language: LANGUAGES,
  yesOrNo: YES_OR_NO,
} as const satisfies Record<string, Labels<string>>;
