import { KnowledgeKind, Rights } from '../../schema/knowledge-enums.js';

/** A concept of a vocabulary of COAR, the Confederation of Open Access Repositories. */
export interface CoarConcept {
  readonly uri: string;
  readonly label: string;
}

const access = (code: string, label: string): CoarConcept => ({
  uri: `http://purl.org/coar/access_right/${code}`,
  label,
});

const OPEN = access('c_abf2', 'open access');

/** How far one gets at the source that a record summarises. */
export const ACCESS_RIGHTS: Readonly<Record<Rights, CoarConcept>> = {
  [Rights.OPEN]: OPEN,
  [Rights.REPRODUCE_WITH_SOURCE]: OPEN,
  [Rights.AUTHORISATION_NEEDED]: access('c_16ec', 'restricted access'),
  [Rights.LINK_ONLY]: access('c_14cb', 'metadata only access'),
};

const type = (code: string, label: string): CoarConcept => ({
  uri: `http://purl.org/coar/resource_type/${code}`,
  label,
});

/** The nearest genre: COAR has none for what institutions learn. */
export const RESOURCE_TYPES: Readonly<Record<KnowledgeKind, CoarConcept>> = {
  [KnowledgeKind.BEST_PRACTICE]: type('c_93fc', 'report'),
  [KnowledgeKind.CASE_STUDY]: type('c_93fc', 'report'),
  [KnowledgeKind.LESSON_LEARNED]: type('c_18wq', 'other type of report'),
  [KnowledgeKind.PROTOCOL]: type('c_71bd', 'technical documentation'),
};
