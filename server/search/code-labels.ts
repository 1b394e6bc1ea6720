import type { ActorKind } from '../../schema/actor-enums.js';
import type {
  EvidenceLevel,
  KnowledgeKind,
  Modality,
  Stage,
} from '../../schema/knowledge-enums.js';
import type { Locale } from '../locale.js';

type Labels<Code extends string> = Readonly<Record<Code, Readonly<Record<Locale, string>>>>;

const KINDS: Labels<KnowledgeKind> = {
  BEST_PRACTICE: {
    es: 'Buena práctica',
    en: 'Best practice',
    pt: 'Boa prática',
    fr: 'Bonne pratique',
  },
  CASE_STUDY: {
    es: 'Estudio de caso',
    en: 'Case study',
    pt: 'Estudo de caso',
    fr: 'Étude de cas',
  },
  LESSON_LEARNED: {
    es: 'Lección aprendida',
    en: 'Lesson learned',
    pt: 'Lição aprendida',
    fr: 'Leçon apprise',
  },
  PROTOCOL: { es: 'Protocolo', en: 'Protocol', pt: 'Protocolo', fr: 'Protocole' },
};

const STAGES: Labels<Stage> = {
  PREVENTION: { es: 'Prevención', en: 'Prevention', pt: 'Prevenção', fr: 'Prévention' },
  MITIGATION: { es: 'Mitigación', en: 'Mitigation', pt: 'Mitigação', fr: 'Atténuation' },
  PREPAREDNESS: { es: 'Preparación', en: 'Preparedness', pt: 'Preparação', fr: 'Préparation' },
  RESPONSE: { es: 'Respuesta', en: 'Response', pt: 'Resposta', fr: 'Réponse' },
  RECOVERY: { es: 'Recuperación', en: 'Recovery', pt: 'Recuperação', fr: 'Relèvement' },
  RECONSTRUCTION: {
    es: 'Reconstrucción',
    en: 'Reconstruction',
    pt: 'Reconstrução',
    fr: 'Reconstruction',
  },
};

const MODALITIES: Labels<Modality> = {
  SOUTH_SOUTH_BILATERAL: {
    es: 'Sur-Sur bilateral',
    en: 'Bilateral South-South',
    pt: 'Sul-Sul bilateral',
    fr: 'Sud-Sud bilatérale',
  },
  SOUTH_SOUTH_REGIONAL: {
    es: 'Sur-Sur regional',
    en: 'Regional South-South',
    pt: 'Sul-Sul regional',
    fr: 'Sud-Sud régionale',
  },
  TRIANGULAR: { es: 'Triangular', en: 'Triangular', pt: 'Triangular', fr: 'Triangulaire' },
  NORTH_SOUTH: { es: 'Norte-Sur', en: 'North-South', pt: 'Norte-Sul', fr: 'Nord-Sud' },
  MULTILATERAL: {
    es: 'Multilateral',
    en: 'Multilateral',
    pt: 'Multilateral',
    fr: 'Multilatérale',
  },
};

const EVIDENCE: Labels<EvidenceLevel> = {
  STATED: { es: 'Declarada', en: 'Stated', pt: 'Declarada', fr: 'Déclarée' },
  DOCUMENTED: { es: 'Documentada', en: 'Documented', pt: 'Documentada', fr: 'Documentée' },
  MONITORED: { es: 'Con seguimiento', en: 'Monitored', pt: 'Monitorada', fr: 'Suivie' },
  INTERNALLY_EVALUATED: {
    es: 'Evaluación interna',
    en: 'Internally evaluated',
    pt: 'Avaliação interna',
    fr: 'Évaluation interne',
  },
  INDEPENDENTLY_EVALUATED: {
    es: 'Evaluación independiente',
    en: 'Independently evaluated',
    pt: 'Avaliação independente',
    fr: 'Évaluation indépendante',
  },
};

const ACTOR_KINDS: Labels<ActorKind> = {
  GOVERNMENT: { es: 'Gobierno', en: 'Government', pt: 'Governo', fr: 'Gouvernement' },
  LOCAL_GOVERNMENT: {
    es: 'Gobierno local',
    en: 'Local government',
    pt: 'Governo local',
    fr: 'Collectivité locale',
  },
  SOCIAL_SECURITY: {
    es: 'Seguridad social',
    en: 'Social security',
    pt: 'Seguridade social',
    fr: 'Sécurité sociale',
  },
  MULTILATERAL: {
    es: 'Organismo multilateral',
    en: 'Multilateral organisation',
    pt: 'Organismo multilateral',
    fr: 'Organisme multilatéral',
  },
  REGIONAL_BODY: {
    es: 'Organismo regional',
    en: 'Regional body',
    pt: 'Organismo regional',
    fr: 'Organisme régional',
  },
  FUND: { es: 'Fondo', en: 'Fund', pt: 'Fundo', fr: 'Fonds' },
  NETWORK: { es: 'Red', en: 'Network', pt: 'Rede', fr: 'Réseau' },
  NGO: {
    es: 'Organización no gubernamental',
    en: 'Non-governmental organisation',
    pt: 'Organização não governamental',
    fr: 'Organisation non gouvernementale',
  },
  RED_CROSS: {
    es: 'Cruz Roja y Media Luna Roja',
    en: 'Red Cross and Red Crescent',
    pt: 'Cruz Vermelha e Crescente Vermelho',
    fr: 'Croix-Rouge et Croissant-Rouge',
  },
  ACADEMIA: { es: 'Academia', en: 'Academia', pt: 'Academia', fr: 'Monde universitaire' },
  PRIVATE: { es: 'Sector privado', en: 'Private sector', pt: 'Setor privado', fr: 'Secteur privé' },
  PUBLIC_PRIVATE: {
    es: 'Alianza público-privada',
    en: 'Public-private partnership',
    pt: 'Parceria público-privada',
    fr: 'Partenariat public-privé',
  },
};

/** Labels of the codes that are enums of the contract, by facet. */
export const CODE_LABELS = {
  KIND: KINDS,
  STAGE: STAGES,
  MODALITY: MODALITIES,
  EVIDENCE,
  ACTOR_KIND: ACTOR_KINDS,
} as const satisfies Record<string, Labels<string>>;
