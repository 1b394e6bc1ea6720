// Written by "npm run schema" from the operations beside it; do not edit.
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What an actor is. */
export type ActorKind =
  | 'ACADEMIA'
  | 'FUND'
  | 'GOVERNMENT'
  | 'LOCAL_GOVERNMENT'
  | 'MULTILATERAL'
  | 'NETWORK'
  | 'NGO'
  | 'PRIVATE'
  | 'PUBLIC_PRIVATE'
  | 'RED_CROSS'
  | 'REGIONAL_BODY'
  | 'SOCIAL_SECURITY';

/** What an actor did in the experience that a record tells. */
export type ActorRole =
  | 'AUTHOR'
  | 'FUNDER'
  | 'IMPLEMENTER'
  | 'PARTNER'
  /** Gave cooperation; in triangular cooperation the first provider. */
  | 'PROVIDER'
  | 'PUBLISHER'
  | 'RECIPIENT'
  /** In triangular cooperation the facilitating partner. */
  | 'SECOND_PROVIDER';

/** Every part that is given narrows the list. */
export type AuditFilter = {
  /** A dotted name, such as "session.start". */
  readonly action?: string | null | undefined;
  /** Who did it. */
  readonly memberId?: string | null | undefined;
  readonly outcome?: AuditOutcome | null | undefined;
  /** The first moment. */
  readonly since?: string | null | undefined;
  /** What it was done to. */
  readonly target?: string | null | undefined;
  /** The moment after the last. */
  readonly until?: string | null | undefined;
};

/** Whether something on record was done. */
export type AuditOutcome =
  | 'DONE'
  | 'REFUSED';

/** What is to change; what is left out stays. */
export type ChangePartnerInput = {
  /** The id of an actor; null leaves the partner to administrators. */
  readonly actor?: string | null | undefined;
  /** An e-mail address. */
  readonly contact?: string | null | undefined;
  /** The version that you read; CONFLICT when it has moved on. */
  readonly expectedVersion: number;
  /** Of the partner. */
  readonly id: string;
  /** Up to 200 characters. */
  readonly name?: string | null | undefined;
  /** All of them: at most 20, as https://www.example.org or https://*.example.org. */
  readonly origins?: ReadonlyArray<string> | null | undefined;
};

/** A step that a member may take with a record at this moment. */
export type EditorialAction =
  | 'ASSIGN'
  | 'DISCARD'
  | 'EDIT'
  | 'ENDORSE'
  | 'NEW_EDITION'
  | 'PUBLISH'
  | 'RECALL'
  | 'REQUEST_CHANGES'
  | 'SAVE'
  | 'SUBMIT'
  | 'WITHDRAW';

/** Different fields all have to hold. */
export type EditorialFilter = {
  /** True: drafts that you are to review. */
  readonly assignedToMe?: boolean | null | undefined;
  /** Status of the draft. */
  readonly draftStatus?: ReadonlyArray<ItemStatus> | null | undefined;
  /** Id of an institution; empty: all of yours. */
  readonly institution?: string | null | undefined;
  /** True: drafts that you wrote in. */
  readonly mine?: boolean | null | undefined;
  /** True: those to be looked at again. */
  readonly reviewDue?: boolean | null | undefined;
};

/** How well a record is backed, weakest first. */
export type EvidenceLevel =
  /** A published document says so. */
  | 'DOCUMENTED'
  /** Somebody else evaluated it. */
  | 'INDEPENDENTLY_EVALUATED'
  /** Its institution evaluated it. */
  | 'INTERNALLY_EVALUATED'
  /** Indicators are followed. */
  | 'MONITORED'
  /** Its institution said so. */
  | 'STATED';

/** What a search result can be counted and narrowed by. */
export type FacetField =
  | 'ACTOR'
  | 'ACTOR_KIND'
  | 'CHALLENGE'
  | 'COUNTRY'
  | 'EVIDENCE'
  | 'HAZARD'
  | 'KIND'
  | 'LANGUAGE'
  | 'MODALITY'
  | 'SDG'
  | 'STAGE'
  | 'THEME';

/** What a member may do for the whole hub. */
export type HubRole =
  /** Keeps members and institutions, and reads the audit trail. */
  | 'ADMINISTRATOR'
  /** Endorses records and keeps the thesaurus. */
  | 'CURATOR';

/** What a member may do for one institution. */
export type InstitutionRole =
  /** Drafts records and submits them for review. */
  | 'CONTRIBUTOR'
  /** Reviews, publishes and withdraws records, and invites members. */
  | 'EDITOR';

/** Where a record stands in its life. The public sees PUBLISHED and SUPERSEDED. */
export type ItemStatus =
  | 'CHANGES_REQUESTED'
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'PUBLISHED'
  /** Still readable; a later edition has taken its place. */
  | 'SUPERSEDED'
  /** No longer shown; its id is never used again. */
  | 'WITHDRAWN';

/** Values of one field are alternatives; different fields all have to hold. A theme includes its narrower themes; a group its countries. An empty list is the same as none given. */
export type KnowledgeFilter = {
  readonly actorKinds?: ReadonlyArray<ActorKind> | null | undefined;
  /** Ids of actors, in any role. */
  readonly actors?: ReadonlyArray<string> | null | undefined;
  /** H1 to H25. */
  readonly challenges?: ReadonlyArray<string> | null | undefined;
  readonly countries?: ReadonlyArray<string> | null | undefined;
  /** Id of an event. */
  readonly event?: string | null | undefined;
  readonly evidenceAtLeast?: EvidenceLevel | null | undefined;
  /** Codes of country groups. */
  readonly groups?: ReadonlyArray<string> | null | undefined;
  /** Codes of hazards. */
  readonly hazards?: ReadonlyArray<string> | null | undefined;
  /** Protocols only: whether the edition is the one in force. */
  readonly inForce?: boolean | null | undefined;
  readonly kinds?: ReadonlyArray<KnowledgeKind> | null | undefined;
  /** Languages that it can be read in. */
  readonly languages?: ReadonlyArray<Locale> | null | undefined;
  readonly modalities?: ReadonlyArray<Modality> | null | undefined;
  /** This day belongs to the range. */
  readonly publishedFrom?: string | null | undefined;
  /** This day belongs to the range. */
  readonly publishedTo?: string | null | undefined;
  /** A goal includes its targets. */
  readonly sdgs?: ReadonlyArray<string> | null | undefined;
  readonly stages?: ReadonlyArray<Stage> | null | undefined;
  /** Codes of thematic areas. */
  readonly themes?: ReadonlyArray<string> | null | undefined;
};

/** What kind of knowledge a record holds. */
export type KnowledgeKind =
  /** A way of doing something that worked and that others can take up. */
  | 'BEST_PRACTICE'
  /** What one institution or country did, in its context. */
  | 'CASE_STUDY'
  /** A conclusion drawn from experience, or a challenge stated. */
  | 'LESSON_LEARNED'
  /** A plan, regulation or procedure that tells who does what and when. */
  | 'PROTOCOL';

/** The order of a list. */
export type KnowledgeSort =
  /** By day of publication, latest first. */
  | 'NEWEST'
  | 'OLDEST'
  /** Latest check first, never checked last. */
  | 'RECENTLY_VERIFIED'
  /** By the title as shown in the language of the answer. */
  | 'TITLE';

/** Whom a lesson concerns. */
export type LessonLevel =
  | 'COUNTRY'
  | 'GLOBAL'
  | 'INSTITUTION'
  | 'PERSON_COMMUNITY'
  | 'REGION';

/** Something learned, or a problem that still waits for an answer. */
export type LessonNature =
  | 'CHALLENGE'
  | 'LESSON';

/** A language of the hub. */
export type Locale =
  /** English. */
  | 'EN'
  /** Spanish. */
  | 'ES'
  /** French. */
  | 'FR'
  /** Portuguese. */
  | 'PT';

/** A text in one language. */
export type LocalizedTextInput = {
  readonly locale: Locale;
  /** In that language. */
  readonly text: string;
};

/** The form of cooperation. */
export type Modality =
  | 'MULTILATERAL'
  | 'NORTH_SOUTH'
  | 'SOUTH_SOUTH_BILATERAL'
  | 'SOUTH_SOUTH_REGIONAL'
  /** Also called trilateral, above all in Brazil. */
  | 'TRIANGULAR';

/** Where a key of a partner is used. */
export type PartnerKeyKind =
  /** In browsers: for stored queries alone, on pages of the partner’s origins. */
  | 'PUBLIC'
  /** On servers, never in a page: from anywhere, with a higher quota. */
  | 'SECRET';

/** Why a mutation did not do what it was asked. */
export type ProblemCode =
  /** Somebody else was faster; "currentVersion" tells the present state. */
  | 'CONFLICT'
  /** The link or token is used up, too old or unknown. */
  | 'EXPIRED'
  /** The member may not do this. */
  | 'FORBIDDEN'
  /** The institution asks for a second person to approve. */
  | 'FOUR_EYES'
  /** Something is missing before this step; "field" tells what. */
  | 'INCOMPLETE'
  /** A value is wrong; "field" tells which. */
  | 'INVALID'
  /** There are as many as there may be. */
  | 'LIMIT_REACHED'
  /** There is nothing by this id that the member may see. */
  | 'NOT_FOUND'
  /** Too many attempts; wait before the next. */
  | 'RATE_LIMITED'
  /** The hub has no translation service; translate by hand. */
  | 'TRANSLATION_OFF'
  /** The translation service failed; try again later. */
  | 'TRANSLATION_UNAVAILABLE'
  /** Sign in, or send a valid access token. */
  | 'UNAUTHENTICATED'
  /** Not possible in the status that the record is in. */
  | 'WRONG_STATUS';

/** An actor and what it did. */
export type RecordActorInput = {
  /** Id of an actor. */
  readonly actor: string;
  readonly role: ActorRole;
};

/** What is left out stays as it is; null takes it away; a list replaces the old one. */
export type RecordContentInput = {
  /** At most 40. */
  readonly actors?: ReadonlyArray<RecordActorInput> | null | undefined;
  /** H1 to H25. */
  readonly challenges?: ReadonlyArray<string> | null | undefined;
  /** At most 40. */
  readonly countries?: ReadonlyArray<string> | null | undefined;
  /** Of a case study. */
  readonly endDate?: string | null | undefined;
  /** Id of an event. */
  readonly event?: string | null | undefined;
  readonly evidence?: EvidenceLevel | null | undefined;
  /** Codes of hazards. */
  readonly hazards?: ReadonlyArray<string> | null | undefined;
  /** Of a protocol; a day ahead keeps the present edition in force until then. */
  readonly inForceFrom?: string | null | undefined;
  /** Of a lesson. */
  readonly level?: LessonLevel | null | undefined;
  readonly modality?: Modality | null | undefined;
  /** Of a lesson. */
  readonly nature?: LessonNature | null | undefined;
  /** The language it is written in. */
  readonly originalLocale?: Locale | null | undefined;
  /** At most 30. */
  readonly results?: ReadonlyArray<RecordResultInput> | null | undefined;
  /** When it has to be looked at again. */
  readonly reviewBy?: string | null | undefined;
  readonly rights?: Rights | null | undefined;
  /** Codes of goals and targets, as "3.8". */
  readonly sdgs?: ReadonlyArray<string> | null | undefined;
  /** At most 30. */
  readonly sources?: ReadonlyArray<RecordSourceInput> | null | undefined;
  readonly stages?: ReadonlyArray<Stage> | null | undefined;
  /** Of a case study. */
  readonly startDate?: string | null | undefined;
  /** Of a protocol; at most 100. */
  readonly steps?: ReadonlyArray<RecordStepInput> | null | undefined;
  /** Of a case study. */
  readonly stillRunning?: boolean | null | undefined;
  /** By language; others stay. */
  readonly texts?: ReadonlyArray<RecordTextsInput> | null | undefined;
  /** Codes of thematic areas, at most 10. */
  readonly themes?: ReadonlyArray<string> | null | undefined;
  /** Last checked that it still holds. */
  readonly verifiedAt?: string | null | undefined;
};

/** A figure that came of it. */
export type RecordResultInput = {
  /** The value before. */
  readonly baseline?: string | null | undefined;
  /** Where the figure was published. */
  readonly source?: string | null | undefined;
  readonly texts: ReadonlyArray<RecordResultTextsInput>;
  /** As it is to be shown. */
  readonly value: string;
};

/** In one language. */
export type RecordResultTextsInput = {
  /** What was measured. */
  readonly indicator: string;
  readonly locale: Locale;
  /** Such as days or US dollars. */
  readonly unit?: string | null | undefined;
};

/** Where facts come from. */
export type RecordSourceInput = {
  readonly language?: Locale | null | undefined;
  /** The place within the source. */
  readonly locator?: string | null | undefined;
  /** Of the document, the page or the person. */
  readonly title: string;
  /** An http or https address. */
  readonly url?: string | null | undefined;
};

/** A step of a protocol; its number is its place in the list. */
export type RecordStepInput = {
  readonly stage?: Stage | null | undefined;
  readonly texts: ReadonlyArray<RecordStepTextsInput>;
};

/** In one language. */
export type RecordStepTextsInput = {
  readonly locale: Locale;
  /** The role that answers for the step. */
  readonly responsible?: string | null | undefined;
  /** What has to be done. */
  readonly text: string;
  /** Such as “within two hours”. */
  readonly timeLimit?: string | null | undefined;
  /** A form, a list, a system. */
  readonly tool?: string | null | undefined;
};

/** Texts in one language. What is left out stays as it is; null takes it away. */
export type RecordTextsInput = {
  /** Of a case study or a best practice. */
  readonly approach?: string | null | undefined;
  /** Markdown, at most 50,000 characters. */
  readonly body?: string | null | undefined;
  /** Of a protocol: what is new in this edition. */
  readonly changeNote?: string | null | undefined;
  /** Of a case study. */
  readonly context?: string | null | undefined;
  /** Of a protocol: the label of its edition. */
  readonly edition?: string | null | undefined;
  /** Of a best practice. */
  readonly enablers?: ReadonlyArray<string> | null | undefined;
  /** Of a protocol: what it rests on. */
  readonly legalBasis?: string | null | undefined;
  /** Of a lesson: what follows from it. */
  readonly lesson?: string | null | undefined;
  readonly locale: Locale;
  /** Of a lesson: what was seen. */
  readonly observation?: string | null | undefined;
  /** Of a best practice. */
  readonly obstacles?: ReadonlyArray<string> | null | undefined;
  /** Of a best practice. */
  readonly problem?: string | null | undefined;
  /** Of a protocol. */
  readonly purpose?: string | null | undefined;
  /** Of a lesson: what to do about it. */
  readonly recommendation?: string | null | undefined;
  /** Of a best practice. */
  readonly replicability?: string | null | undefined;
  /** Of a protocol: whom it applies to. */
  readonly scope?: string | null | undefined;
  /** At most 1,500 characters. */
  readonly summary?: string | null | undefined;
  /** At most 200 characters. */
  readonly title?: string | null | undefined;
};

/** Who is to show the hub’s answers on sites of their own. */
export type RegisterPartnerInput = {
  /** The id of an actor, whose editors keep the partner; without it administrators do. */
  readonly actor?: string | null | undefined;
  /** An e-mail address. */
  readonly contact: string;
  /** Up to 200 characters. */
  readonly name: string;
  /** At most 20, as https://www.example.org or https://*.example.org. */
  readonly origins?: ReadonlyArray<string> | null | undefined;
};

/** What was done in one step of a record’s life. */
export type RevisionAction =
  | 'ASSIGNED'
  | 'CHANGES_REQUESTED'
  | 'CREATED'
  | 'DISCARDED'
  /** A next version of what is published was begun. */
  | 'EDITED'
  | 'ENDORSED'
  /** Another institution answers for it now. */
  | 'HANDED_OVER'
  /** The edition came into force. */
  | 'IN_FORCE'
  | 'PUBLISHED'
  | 'RECALLED'
  /** An earlier revision was made the draft. */
  | 'RESTORED'
  | 'SAVED'
  /** Came with the hub. */
  | 'SHIPPED'
  | 'SUBMITTED'
  | 'SUPERSEDED'
  | 'TRANSLATED'
  | 'TRANSLATION_REVIEWED'
  | 'WITHDRAWN';

/** What may be done with the source that a record summarises. */
export type Rights =
  /** Its owner has to authorise a reproduction. */
  | 'AUTHORISATION_NEEDED'
  /** Nothing is known to allow more than a link. */
  | 'LINK_ONLY'
  /** An open licence. */
  | 'OPEN'
  /** It may be reproduced when the source is named. */
  | 'REPRODUCE_WITH_SOURCE';

/** A query that a partner’s pages are to ask for. */
export type SaveStoredQueryInput = {
  /** A GraphQL query without introspection, up to 20,000 characters. */
  readonly document: string;
  /** The version that you read; nothing for a new query. */
  readonly expectedVersion?: number | null | undefined;
  /** Lower-case letters, digits and hyphens, 3 to 60; nobody else’s in the hub. */
  readonly id: string;
  /** Which operation is answered, where the document holds several. */
  readonly operationName?: string | null | undefined;
  /** Of the partner. */
  readonly partner: string;
  /** For people, up to 200 characters. */
  readonly title: string;
  /** Every variable that the operation declares. */
  readonly variables?: ReadonlyArray<StoredQueryVariableInput> | null | undefined;
};

/** The order of a search result. */
export type SearchSort =
  | 'NEWEST'
  | 'RELEVANCE'
  | 'TITLE';

/** A stage of an emergency; the first three lie before it. */
export type Stage =
  | 'MITIGATION'
  | 'PREPAREDNESS'
  | 'PREVENTION'
  | 'RECONSTRUCTION'
  | 'RECOVERY'
  | 'RESPONSE';

/** Whether a stored query is answered. */
export type StoredQueryStatus =
  /** Answered. */
  | 'ACTIVE'
  /** Not yet: to everybody else it is as if it did not exist. */
  | 'DRAFT'
  /** No longer; whoever asks is told so. */
  | 'RETIRED';

/** One of the variables of a stored query. */
export type StoredQueryVariableInput = {
  /** Whether a visitor may give other values; otherwise not. */
  readonly isOpen?: boolean | null | undefined;
  /** As the document declares it, without the dollar sign. */
  readonly name: string;
  /** As in an address: one text, several for a list, none for nothing. Fixed, or what it is when a visitor gives none. */
  readonly values?: ReadonlyArray<string> | null | undefined;
};

/** What a suggestion leads to. */
export type SuggestionKind =
  | 'ACTOR'
  | 'COUNTRY'
  | 'ITEM'
  | 'THEME';

/** How far an access token reaches; never further than its member. */
export type TokenScope =
  /** Keeps members, roles, institutions and partners. */
  | 'ADMINISTER'
  /** Reads drafts and histories. */
  | 'READ'
  /** Drafts, reviews and publishes. */
  | 'WRITE';

/** How a text came into its language. */
export type TranslationStatus =
  /** Translated by a person. */
  | 'HUMAN'
  /** Translated by a machine, read by nobody yet. */
  | 'MACHINE'
  /** Translated by a machine, then corrected by a person. */
  | 'MACHINE_REVIEWED'
  /** Written in this language. */
  | 'ORIGINAL';

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
  name: string;
  password: string;
}>;


export type AcceptInvitationMutation = { readonly acceptInvitation: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type AccountQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountQuery = { readonly me: { readonly member: { readonly name: string, readonly email: string | null, readonly locale: Locale, readonly hubRoles: ReadonlyArray<HubRole>, readonly memberships: ReadonlyArray<{ readonly role: InstitutionRole, readonly institution: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null } | null }> }, readonly sessions: ReadonlyArray<{ readonly id: string, readonly isCurrent: boolean, readonly userAgent: string, readonly address: string, readonly createdAt: string, readonly lastSeenAt: string }>, readonly accessTokens: ReadonlyArray<{ readonly id: string, readonly name: string, readonly prefix: string, readonly scopes: ReadonlyArray<TokenScope>, readonly expiresAt: string, readonly lastUsedAt: string | null }> } | null };

export type ActorQueryVariables = Exact<{
  slug: string;
}>;


export type ActorQuery = { readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly aliases: ReadonlyArray<string>, readonly kind: ActorKind, readonly description: string | null, readonly website: string | null, readonly country: { readonly code: string, readonly name: string } | null, readonly parent: { readonly slug: string, readonly name: string, readonly acronym: string | null } | null, readonly members: ReadonlyArray<{ readonly slug: string, readonly name: string, readonly acronym: string | null, readonly kind: ActorKind }> } | null };

export type ActorsQueryVariables = Exact<{
  query?: string | null | undefined;
  kinds?: ReadonlyArray<ActorKind> | ActorKind | null | undefined;
  countries?: ReadonlyArray<string> | string | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ActorsQuery = { readonly actors: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly name: string, readonly acronym: string | null, readonly kind: ActorKind, readonly country: { readonly code: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }> };

export type ApiCountryQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiCountryQuery = { readonly country: { readonly name: string, readonly items: { readonly totalCount: number, readonly nodes: ReadonlyArray<
        | { readonly kind: KnowledgeKind, readonly title: string }
        | { readonly kind: KnowledgeKind, readonly title: string }
        | { readonly kind: KnowledgeKind, readonly title: string }
        | { readonly kind: KnowledgeKind, readonly title: string }
      > } } | null };

export type ApiFilterQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ApiFilterQuery = { readonly knowledgeItems: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly slug: string, readonly title: string }
      | { readonly slug: string, readonly title: string }
      | { readonly slug: string, readonly title: string }
      | { readonly slug: string, readonly title: string }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ApiHubQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiHubQuery = { readonly hub: { readonly name: string, readonly version: string, readonly counts: { readonly items: number, readonly actors: number, readonly countries: number } } };

export type ApiRecordQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiRecordQuery = { readonly knowledgeItem:
    | { readonly title: string, readonly evidence: EvidenceLevel, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null }> }
    | { readonly title: string, readonly evidence: EvidenceLevel, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null }> }
    | { readonly title: string, readonly evidence: EvidenceLevel, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null }> }
    | { readonly title: string, readonly evidence: EvidenceLevel, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null }> }
   | null };

export type ApiSearchQueryVariables = Exact<{
  words: string;
}>;


export type ApiSearchQuery = { readonly search: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly slug: string, readonly title: string }
      | { readonly slug: string, readonly title: string }
      | { readonly slug: string, readonly title: string }
      | { readonly slug: string, readonly title: string }
    >, readonly facets: ReadonlyArray<{ readonly values: ReadonlyArray<{ readonly value: string, readonly label: string, readonly count: number }> }> } };

export type AssignReviewerMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  member?: string | null | undefined;
}>;


export type AssignReviewerMutation = { readonly assignReviewer: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type AssistantChallengesQueryVariables = Exact<{ [key: string]: never; }>;


export type AssistantChallengesQuery = { readonly challenges: ReadonlyArray<{ readonly code: string, readonly number: number, readonly name: string, readonly description: string | null, readonly url: string }> };

export type AssistantRecordQueryVariables = Exact<{
  slug: string;
}>;


export type AssistantRecordQuery = { readonly knowledgeItem:
    | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly problem: string | null, readonly approach: string | null, readonly enablers: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<string>, readonly replicability: string | null, readonly related: ReadonlyArray<
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
      >, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> }
    | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly context: string | null, readonly approach: string | null, readonly startDate: string | null, readonly endDate: string | null, readonly stillRunning: boolean | null, readonly related: ReadonlyArray<
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
      >, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> }
    | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly nature: LessonNature, readonly level: LessonLevel | null, readonly observation: string | null, readonly lesson: string | null, readonly recommendation: string | null, readonly related: ReadonlyArray<
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
      >, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }> }
    | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly purpose: string | null, readonly scope: string | null, readonly legalBasis: string | null, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null, readonly related: ReadonlyArray<
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
        | { readonly slug: string, readonly title: string }
      >, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly steps: ReadonlyArray<{ readonly number: number, readonly stage: Stage | null, readonly text: string, readonly responsible: string | null, readonly tool: string | null, readonly timeLimit: string | null, readonly locale: Locale }>, readonly editions: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null }> }
   | null };

export type AssistantSearchQueryVariables = Exact<{
  query: string;
  filter?: KnowledgeFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AssistantSearchQuery = { readonly search: { readonly totalCount: number, readonly didYouMean: string | null, readonly nodes: ReadonlyArray<
      | { readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly evidence: EvidenceLevel, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly evidence: EvidenceLevel, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly evidence: EvidenceLevel, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly evidence: EvidenceLevel, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AssistantThemesQueryVariables = Exact<{ [key: string]: never; }>;


export type AssistantThemesQuery = { readonly thematicAreas: ReadonlyArray<{ readonly code: string, readonly name: string, readonly broader: { readonly code: string } | null }> };

export type AttachmentsQueryVariables = Exact<{
  id: string;
}>;


export type AttachmentsQuery = { readonly editorialRecord: { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly status: ItemStatus, readonly title: string, readonly touchedAt: string, readonly publishedAt: string | null, readonly reviewBy: string | null, readonly isReviewDue: boolean, readonly actions: ReadonlyArray<EditorialAction>, readonly draft: { readonly status: ItemStatus, readonly savedAt: string, readonly preview:
        | { readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly bytes: number, readonly url: string }> }
        | { readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly bytes: number, readonly url: string }> }
        | { readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly bytes: number, readonly url: string }> }
        | { readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly bytes: number, readonly url: string }> }
      , readonly savedBy: { readonly name: string }, readonly assignee: { readonly id: string, readonly name: string } | null } | null, readonly institution: { readonly id: string, readonly name: string } | null } | null };

export type AuditTrailQueryVariables = Exact<{
  filter?: AuditFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AuditTrailQuery = { readonly auditTrail: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly at: string, readonly memberId: string | null, readonly action: string, readonly target: string | null, readonly outcome: AuditOutcome, readonly address: string | null, readonly note: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ChallengeQueryVariables = Exact<{
  code: string;
}>;


export type ChallengeQuery = { readonly challenge: { readonly code: string, readonly number: number, readonly name: string, readonly description: string | null } | null };

export type ChallengeCountsQueryVariables = Exact<{
  challenges: ReadonlyArray<string> | string;
}>;


export type ChallengeCountsQuery = { readonly practices: { readonly totalCount: number, readonly facets: ReadonlyArray<{ readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> }, readonly lessons: { readonly totalCount: number, readonly facets: ReadonlyArray<{ readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> }, readonly protocols: { readonly totalCount: number, readonly facets: ReadonlyArray<{ readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> } };

export type PerChallengeFragment = { readonly totalCount: number, readonly facets: ReadonlyArray<{ readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> };

export type ChallengesQueryVariables = Exact<{ [key: string]: never; }>;


export type ChallengesQuery = { readonly challenges: ReadonlyArray<{ readonly code: string, readonly number: number, readonly name: string }> };

export type ChangeMemberRoleMutationVariables = Exact<{
  member: string;
  institution: string;
  role: InstitutionRole;
}>;


export type ChangeMemberRoleMutation = { readonly changeMemberRole: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type ChangePartnerMutationVariables = Exact<{
  input: ChangePartnerInput;
}>;


export type ChangePartnerMutation = { readonly changePartner: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly retryAfter: number | null }> } };

export type ChangePasswordMutationVariables = Exact<{
  currentPassword: string;
  newPassword: string;
}>;


export type ChangePasswordMutation = { readonly changePassword: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type ChangeStoredQueryStatusMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  status: StoredQueryStatus;
}>;


export type ChangeStoredQueryStatusMutation = { readonly changeStoredQueryStatus: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly retryAfter: number | null }> } };

export type CitationQueryVariables = Exact<{
  slug: string;
}>;


export type CitationQuery = { readonly knowledgeItem:
    | { readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string } }> }
    | { readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string } }> }
    | { readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string } }> }
    | { readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string } }> }
   | null };

export type CompareRevisionsQueryVariables = Exact<{
  id: string;
  from: number;
  to: number;
}>;


export type CompareRevisionsQuery = { readonly compareRevisions: ReadonlyArray<{ readonly field: string, readonly locale: Locale | null, readonly before: string | null, readonly after: string | null }> };

export type CountriesQueryVariables = Exact<{
  group?: string | null | undefined;
}>;


export type CountriesQuery = { readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string, readonly m49: string, readonly region: string }>, readonly countryGroups: ReadonlyArray<{ readonly code: string, readonly name: string, readonly acronym: string | null }> };

export type CountryQueryVariables = Exact<{
  code: string;
}>;


export type CountryQuery = { readonly country: { readonly code: string, readonly name: string, readonly alpha3: string, readonly m49: string, readonly region: string, readonly isSmallIslandState: boolean, readonly groups: ReadonlyArray<{ readonly code: string, readonly name: string, readonly acronym: string | null }>, readonly actors: ReadonlyArray<{ readonly slug: string, readonly name: string, readonly acronym: string | null, readonly kind: ActorKind }> } | null };

export type CountryGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type CountryGroupsQuery = { readonly countryGroups: ReadonlyArray<{ readonly code: string, readonly name: string }> };

export type CountsQueryVariables = Exact<{
  filter?: KnowledgeFilter | null | undefined;
}>;


export type CountsQuery = { readonly search: { readonly totalCount: number, readonly facets: ReadonlyArray<{ readonly field: FacetField, readonly values: ReadonlyArray<{ readonly value: string, readonly count: number }> }> } };

export type CreateAccessTokenMutationVariables = Exact<{
  name: string;
  scopes: ReadonlyArray<TokenScope> | TokenScope;
  days: number;
}>;


export type CreateAccessTokenMutation = { readonly createAccessToken: { readonly secret: string | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type CreateDraftMutationVariables = Exact<{
  institution: string;
  kind: KnowledgeKind;
  content?: RecordContentInput | null | undefined;
}>;


export type CreateDraftMutation = { readonly createDraft: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type CreateEditionMutationVariables = Exact<{
  from: string;
  institution?: string | null | undefined;
}>;


export type CreateEditionMutation = { readonly createEdition: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type CreatePartnerKeyMutationVariables = Exact<{
  id: string;
  kind: PartnerKeyKind;
}>;


export type CreatePartnerKeyMutation = { readonly createPartnerKey: { readonly secret: string | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly retryAfter: number | null }> } };

export type CreateResetLinkMutationVariables = Exact<{
  member: string;
}>;


export type CreateResetLinkMutation = { readonly createResetLink: { readonly link: string | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type DisableMemberMutationVariables = Exact<{
  member: string;
}>;


export type DisableMemberMutation = { readonly disableMember: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type DiscardDraftMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type DiscardDraftMutation = { readonly discardDraft: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type EditItemMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type EditItemMutation = { readonly editItem: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type EditorActorsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EditorActorsQuery = { readonly actors: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type EditorChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type EditorChoicesQuery = { readonly thematicAreas: ReadonlyArray<{ readonly code: string, readonly name: string, readonly broader: { readonly code: string } | null }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sustainableDevelopmentGoals: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly events: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type EmbedChallengeQueryVariables = Exact<{
  code: string;
  limit?: number | null | undefined;
}>;


export type EmbedChallengeQuery = { readonly subject: { readonly name: string, readonly url: string } | null, readonly list: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    > } };

export type EmbedCountryQueryVariables = Exact<{
  code: string;
  limit?: number | null | undefined;
}>;


export type EmbedCountryQuery = { readonly subject: { readonly name: string, readonly url: string } | null, readonly list: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    > } };

export type EmbedItemQueryVariables = Exact<{
  slug: string;
}>;


export type EmbedItemQuery = { readonly item:
    | { readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly originalLocale: Locale, readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly acronym: string | null } }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly name: string } | null, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    | { readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly originalLocale: Locale, readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly acronym: string | null } }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly name: string } | null, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    | { readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly originalLocale: Locale, readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly acronym: string | null } }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly name: string } | null, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    | { readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly originalLocale: Locale, readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly acronym: string | null } }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly name: string } | null, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
   | null };

export type EmbedNewestQueryVariables = Exact<{
  country?: ReadonlyArray<string> | string | null | undefined;
  theme?: ReadonlyArray<string> | string | null | undefined;
  kind?: ReadonlyArray<KnowledgeKind> | KnowledgeKind | null | undefined;
  challenge?: ReadonlyArray<string> | string | null | undefined;
  limit?: number | null | undefined;
}>;


export type EmbedNewestQuery = { readonly list: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    > } };

export type EmbedSearchQueryVariables = Exact<{
  query?: string | null | undefined;
  country?: ReadonlyArray<string> | string | null | undefined;
  theme?: ReadonlyArray<string> | string | null | undefined;
  kind?: ReadonlyArray<KnowledgeKind> | KnowledgeKind | null | undefined;
  challenge?: ReadonlyArray<string> | string | null | undefined;
  limit?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EmbedSearchQuery = { readonly list: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    >, readonly facets: ReadonlyArray<{ readonly field: FacetField, readonly values: ReadonlyArray<{ readonly value: string, readonly label: string, readonly count: number }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type EmbedThemeQueryVariables = Exact<{
  code: string;
  limit?: number | null | undefined;
}>;


export type EmbedThemeQuery = { readonly subject: { readonly name: string, readonly url: string } | null, readonly list: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    > } };

export type EmergencyProtocolsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EmergencyProtocolsQuery = { readonly knowledgeItems: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly title: string, readonly stages: ReadonlyArray<Stage>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }> }
      | { readonly id: string, readonly slug: string, readonly title: string, readonly stages: ReadonlyArray<Stage>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }> }
      | { readonly id: string, readonly slug: string, readonly title: string, readonly stages: ReadonlyArray<Stage>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }> }
      | { readonly id: string, readonly slug: string, readonly title: string, readonly stages: ReadonlyArray<Stage>, readonly steps: ReadonlyArray<{ readonly number: number, readonly stage: Stage | null, readonly text: string, readonly responsible: string | null, readonly tool: string | null, readonly timeLimit: string | null, readonly locale: Locale }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }> }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type EnableMemberMutationVariables = Exact<{
  member: string;
}>;


export type EnableMemberMutation = { readonly enableMember: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type EndorseItemMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  country: string;
  note?: string | null | undefined;
}>;


export type EndorseItemMutation = { readonly endorseItem: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type EventQueryVariables = Exact<{
  slug: string;
}>;


export type EventQuery = { readonly event: { readonly id: string, readonly slug: string, readonly name: string, readonly description: string | null, readonly startDate: string | null, readonly endDate: string | null, readonly place: string | null, readonly organizers: ReadonlyArray<{ readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null }> } | null };

export type EventsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EventsQuery = { readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly slug: string, readonly name: string, readonly startDate: string | null, readonly endDate: string | null, readonly place: string | null, readonly items: { readonly totalCount: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type FacetsQueryVariables = Exact<{
  query: string;
  filter?: KnowledgeFilter | null | undefined;
  fields: ReadonlyArray<FacetField> | FacetField;
}>;


export type FacetsQuery = { readonly search: { readonly totalCount: number, readonly facets: ReadonlyArray<{ readonly field: FacetField, readonly values: ReadonlyArray<{ readonly value: string, readonly label: string, readonly count: number }> }> } };

export type FeedQueryVariables = Exact<{
  isSearch: boolean;
  query?: string | null | undefined;
  filter?: KnowledgeFilter | null | undefined;
  first?: number | null | undefined;
}>;


export type FeedQuery = { readonly knowledgeItems?: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    > }, readonly search?: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
      | { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> }
    > } };

type FeedEntry_BestPractice_Fragment = { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> };

type FeedEntry_CaseStudy_Fragment = { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> };

type FeedEntry_LessonLearned_Fragment = { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> };

type FeedEntry_Protocol_Fragment = { readonly id: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly name: string, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> };

export type FeedEntryFragment =
  | FeedEntry_BestPractice_Fragment
  | FeedEntry_CaseStudy_Fragment
  | FeedEntry_LessonLearned_Fragment
  | FeedEntry_Protocol_Fragment
;

export type FourEyesQueryVariables = Exact<{
  institution: string;
}>;


export type FourEyesQuery = { readonly fourEyes: boolean };

export type HomeQueryVariables = Exact<{
  latest?: number | null | undefined;
}>;


export type HomeQuery = { readonly knowledgeItems: { readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
    > }, readonly thematicAreas: ReadonlyArray<{ readonly code: string, readonly name: string, readonly broader: { readonly code: string } | null }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string, readonly m49: string, readonly region: string }> };

export type IdentityProvidersQueryVariables = Exact<{ [key: string]: never; }>;


export type IdentityProvidersQuery = { readonly identityProviders: ReadonlyArray<{ readonly name: string, readonly startPath: string }> };

export type InvitationQueryVariables = Exact<{
  token: string;
}>;


export type InvitationQuery = { readonly invitation: { readonly email: string, readonly hubRoles: ReadonlyArray<HubRole>, readonly isMember: boolean, readonly memberships: ReadonlyArray<{ readonly role: InstitutionRole, readonly institution: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null } | null }> } | null };

export type InvitationsQueryVariables = Exact<{
  institution: string;
}>;


export type InvitationsQuery = { readonly invitations: ReadonlyArray<{ readonly id: string, readonly email: string, readonly expiresAt: string, readonly memberships: ReadonlyArray<{ readonly role: InstitutionRole, readonly institution: { readonly id: string } | null }> }> };

export type InviteMemberMutationVariables = Exact<{
  institution: string;
  email: string;
  role: InstitutionRole;
  locale: Locale;
}>;


export type InviteMemberMutation = { readonly inviteMember: { readonly link: string | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type ItemQueryVariables = Exact<{
  id?: string | null | undefined;
  slug?: string | null | undefined;
  related?: number | null | undefined;
}>;


export type ItemQuery = { readonly knowledgeItem:
    | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly problem: string | null, readonly approach: string | null, readonly enablers: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<string>, readonly replicability: string | null, readonly related: ReadonlyArray<
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly inForce: boolean, readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      >, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> }
    | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly context: string | null, readonly approach: string | null, readonly startDate: string | null, readonly endDate: string | null, readonly stillRunning: boolean | null, readonly related: ReadonlyArray<
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly inForce: boolean, readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      >, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> }
    | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly nature: LessonNature, readonly level: LessonLevel | null, readonly observation: string | null, readonly lesson: string | null, readonly recommendation: string | null, readonly related: ReadonlyArray<
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly inForce: boolean, readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      >, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }> }
    | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly purpose: string | null, readonly scope: string | null, readonly legalBasis: string | null, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null, readonly related: ReadonlyArray<
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly inForce: boolean, readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      >, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly steps: ReadonlyArray<{ readonly number: number, readonly stage: Stage | null, readonly text: string, readonly responsible: string | null, readonly tool: string | null, readonly timeLimit: string | null, readonly locale: Locale }>, readonly editions: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null }> }
   | null };

export type ItemsQueryVariables = Exact<{
  filter?: KnowledgeFilter | null | undefined;
  sort?: KnowledgeSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ItemsQuery = { readonly knowledgeItems: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type LabelsQueryVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type LabelsQuery = { readonly nodes: ReadonlyArray<
    | { readonly name: string }
    | { readonly name: string }
    | { readonly name: string }
    | { readonly name: string }
    | { readonly name: string }
    | { readonly name: string }
    | { readonly name: string }
    | { readonly name: string }
    | Record<PropertyKey, never>
   | null> };

export type LastChangeQueryVariables = Exact<{ [key: string]: never; }>;


export type LastChangeQuery = { readonly hub: { readonly changedAt: string | null } };

export type MembersQueryVariables = Exact<{
  institution?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MembersQuery = { readonly members: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly email: string | null, readonly hubRoles: ReadonlyArray<HubRole>, readonly isDisabled: boolean, readonly memberships: ReadonlyArray<{ readonly role: InstitutionRole, readonly institution: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null } | null }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PartnerQueryVariables = Exact<{
  id: string;
}>;


export type PartnerQuery = { readonly partner: { readonly id: string, readonly name: string, readonly contact: string, readonly origins: ReadonlyArray<string>, readonly version: number, readonly actor: { readonly id: string, readonly name: string } | null, readonly keys: ReadonlyArray<{ readonly id: string, readonly kind: PartnerKeyKind, readonly prefix: string, readonly lastFour: string, readonly createdAt: string, readonly lastUsedAt: string | null }>, readonly storedQueries: ReadonlyArray<{ readonly id: string, readonly title: string, readonly document: string, readonly documentId: string, readonly operationName: string | null, readonly status: StoredQueryStatus, readonly version: number, readonly lastUsedAt: string | null, readonly variables: ReadonlyArray<{ readonly name: string, readonly values: ReadonlyArray<string>, readonly isOpen: boolean }> }>, readonly usage: { readonly since: string, readonly until: string, readonly requests: number, readonly cost: number, readonly days: ReadonlyArray<{ readonly day: string, readonly requests: number, readonly cost: number }>, readonly queries: ReadonlyArray<{ readonly query: string | null, readonly requests: number, readonly cost: number }>, readonly origins: ReadonlyArray<{ readonly origin: string | null, readonly requests: number, readonly cost: number }> } } | null };

export type PartnersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PartnersQuery = { readonly partners: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly origins: ReadonlyArray<string>, readonly actor: { readonly name: string } | null, readonly keys: ReadonlyArray<{ readonly id: string }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type PublishDraftMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  note?: string | null | undefined;
}>;


export type PublishDraftMutation = { readonly publishDraft: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type RecallDraftMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type RecallDraftMutation = { readonly recallDraft: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type RecordQueryVariables = Exact<{
  id: string;
}>;


export type RecordQuery = { readonly editorialRecord: { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly status: ItemStatus, readonly title: string, readonly touchedAt: string, readonly publishedAt: string | null, readonly reviewBy: string | null, readonly isReviewDue: boolean, readonly actions: ReadonlyArray<EditorialAction>, readonly draft: { readonly status: ItemStatus, readonly savedAt: string, readonly content: { readonly originalLocale: Locale | null, readonly countries: ReadonlyArray<string> | null, readonly themes: ReadonlyArray<string> | null, readonly challenges: ReadonlyArray<string> | null, readonly stages: ReadonlyArray<Stage> | null, readonly hazards: ReadonlyArray<string> | null, readonly sdgs: ReadonlyArray<string> | null, readonly modality: Modality | null, readonly evidence: EvidenceLevel | null, readonly event: string | null, readonly rights: Rights | null, readonly verifiedAt: string | null, readonly reviewBy: string | null, readonly startDate: string | null, readonly endDate: string | null, readonly stillRunning: boolean | null, readonly level: LessonLevel | null, readonly nature: LessonNature | null, readonly inForceFrom: string | null, readonly texts: ReadonlyArray<{ readonly locale: Locale, readonly title: string | null, readonly summary: string | null, readonly body: string | null, readonly context: string | null, readonly approach: string | null, readonly problem: string | null, readonly enablers: ReadonlyArray<string> | null, readonly obstacles: ReadonlyArray<string> | null, readonly replicability: string | null, readonly observation: string | null, readonly lesson: string | null, readonly recommendation: string | null, readonly purpose: string | null, readonly scope: string | null, readonly legalBasis: string | null, readonly edition: string | null, readonly changeNote: string | null }> | null, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: string }> | null, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }> | null, readonly results: ReadonlyArray<{ readonly baseline: string | null, readonly value: string, readonly source: string | null, readonly texts: ReadonlyArray<{ readonly locale: Locale, readonly indicator: string, readonly unit: string | null }> }> | null, readonly steps: ReadonlyArray<{ readonly stage: Stage | null, readonly texts: ReadonlyArray<{ readonly locale: Locale, readonly text: string, readonly responsible: string | null, readonly tool: string | null, readonly timeLimit: string | null }> }> | null }, readonly textStates: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean }>, readonly authors: ReadonlyArray<{ readonly id: string, readonly name: string }>, readonly reviewNote: { readonly at: string, readonly text: string, readonly by: { readonly name: string } } | null, readonly missing: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }>, readonly savedBy: { readonly name: string }, readonly assignee: { readonly id: string, readonly name: string } | null } | null, readonly institution: { readonly id: string, readonly name: string } | null } | null };

export type RecordActionsQueryVariables = Exact<{
  id: string;
}>;


export type RecordActionsQuery = { readonly editorialRecord: { readonly id: string, readonly version: number, readonly actions: ReadonlyArray<EditorialAction>, readonly draft: { readonly status: ItemStatus } | null } | null };

export type RecordPreviewQueryVariables = Exact<{
  id: string;
}>;


export type RecordPreviewQuery = { readonly editorialRecord: { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly status: ItemStatus, readonly title: string, readonly touchedAt: string, readonly publishedAt: string | null, readonly reviewBy: string | null, readonly isReviewDue: boolean, readonly actions: ReadonlyArray<EditorialAction>, readonly draft: { readonly status: ItemStatus, readonly savedAt: string, readonly missing: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }>, readonly preview:
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly problem: string | null, readonly approach: string | null, readonly enablers: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<string>, readonly replicability: string | null, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly context: string | null, readonly approach: string | null, readonly startDate: string | null, readonly endDate: string | null, readonly stillRunning: boolean | null, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly nature: LessonNature, readonly level: LessonLevel | null, readonly observation: string | null, readonly lesson: string | null, readonly recommendation: string | null, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }> }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly purpose: string | null, readonly scope: string | null, readonly legalBasis: string | null, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly steps: ReadonlyArray<{ readonly number: number, readonly stage: Stage | null, readonly text: string, readonly responsible: string | null, readonly tool: string | null, readonly timeLimit: string | null, readonly locale: Locale }>, readonly editions: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null }> }
      , readonly savedBy: { readonly name: string }, readonly assignee: { readonly id: string, readonly name: string } | null } | null, readonly institution: { readonly id: string, readonly name: string } | null } | null };

export type RecordsQueryVariables = Exact<{
  filter?: EditorialFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RecordsQuery = { readonly editorialRecords: { readonly totalCount: number, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly status: ItemStatus, readonly title: string, readonly touchedAt: string, readonly publishedAt: string | null, readonly reviewBy: string | null, readonly isReviewDue: boolean, readonly actions: ReadonlyArray<EditorialAction>, readonly institution: { readonly id: string, readonly name: string } | null, readonly draft: { readonly status: ItemStatus, readonly savedAt: string, readonly savedBy: { readonly name: string }, readonly assignee: { readonly id: string, readonly name: string } | null } | null }> } };

export type RegisterPartnerMutationVariables = Exact<{
  input: RegisterPartnerInput;
}>;


export type RegisterPartnerMutation = { readonly registerPartner: { readonly partner: { readonly id: string } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly retryAfter: number | null }> } };

export type RemoveAttachmentMutationVariables = Exact<{
  id: string;
  attachment: string;
  expectedVersion: number;
}>;


export type RemoveAttachmentMutation = { readonly removeAttachment: { readonly record: { readonly id: string } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode }> } };

export type RemoveMemberMutationVariables = Exact<{
  member: string;
  institution: string;
}>;


export type RemoveMemberMutation = { readonly removeMember: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type RemovePartnerMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
}>;


export type RemovePartnerMutation = { readonly removePartner: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly retryAfter: number | null }> } };

export type RequestChangesMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  note: string;
}>;


export type RequestChangesMutation = { readonly requestChanges: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type RequestPasswordResetMutationVariables = Exact<{
  email: string;
}>;


export type RequestPasswordResetMutation = { readonly requestPasswordReset: { readonly sendsMail: boolean | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type ResetPasswordMutationVariables = Exact<{
  token: string;
  newPassword: string;
}>;


export type ResetPasswordMutation = { readonly resetPassword: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type RestoreRevisionMutationVariables = Exact<{
  id: string;
  number: number;
  expectedVersion: number;
}>;


export type RestoreRevisionMutation = { readonly restoreRevision: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type ReviewTranslationMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  locale: Locale;
  status: TranslationStatus;
}>;


export type ReviewTranslationMutation = { readonly reviewTranslation: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type ReviewersQueryVariables = Exact<{
  institution: string;
  first?: number | null | undefined;
}>;


export type ReviewersQuery = { readonly members: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly name: string, readonly isDisabled: boolean, readonly memberships: ReadonlyArray<{ readonly role: InstitutionRole, readonly institution: { readonly id: string } | null }> }> } };

export type RevisionsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type RevisionsQuery = { readonly revisions: { readonly nodes: ReadonlyArray<{ readonly number: number, readonly action: RevisionAction, readonly at: string, readonly note: string | null, readonly status: ItemStatus, readonly by: { readonly id: string, readonly name: string } | null }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RevokeAccessTokenMutationVariables = Exact<{
  id: string;
}>;


export type RevokeAccessTokenMutation = { readonly revokeAccessToken: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type RevokeInvitationMutationVariables = Exact<{
  id: string;
}>;


export type RevokeInvitationMutation = { readonly revokeInvitation: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeOtherSessionsMutation = { readonly revokeOtherSessions: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type RevokePartnerKeyMutationVariables = Exact<{
  id: string;
  key: string;
}>;


export type RevokePartnerKeyMutation = { readonly revokePartnerKey: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly retryAfter: number | null }> } };

export type RevokeSessionMutationVariables = Exact<{
  id: string;
}>;


export type RevokeSessionMutation = { readonly revokeSession: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type SaveDraftMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  content: RecordContentInput;
  note?: string | null | undefined;
}>;


export type SaveDraftMutation = { readonly saveDraft: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type SaveStoredQueryMutationVariables = Exact<{
  input: SaveStoredQueryInput;
}>;


export type SaveStoredQueryMutation = { readonly saveStoredQuery: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly message: string, readonly retryAfter: number | null }> } };

export type SearchQueryVariables = Exact<{
  query: string;
  filter?: KnowledgeFilter | null | undefined;
  sort?: SearchSort | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  facets?: ReadonlyArray<FacetField> | FacetField | null | undefined;
}>;


export type SearchQuery = { readonly search: { readonly totalCount: number, readonly didYouMean: string | null, readonly edges: ReadonlyArray<{ readonly cursor: string, readonly score: number, readonly node:
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
        | { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly publishedAt: string | null, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean } }
      , readonly highlights: ReadonlyArray<{ readonly field: string, readonly locale: Locale, readonly text: string, readonly matches: ReadonlyArray<{ readonly start: number, readonly length: number }> }> }>, readonly facets: ReadonlyArray<{ readonly field: FacetField, readonly values: ReadonlyArray<{ readonly value: string, readonly label: string, readonly count: number }> }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SearchCursorQueryVariables = Exact<{
  query: string;
  filter?: KnowledgeFilter | null | undefined;
  sort?: SearchSort | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchCursorQuery = { readonly search: { readonly totalCount: number, readonly edges: ReadonlyArray<{ readonly cursor: string }> } };

export type SetFourEyesMutationVariables = Exact<{
  institution: string;
  fourEyes: boolean;
}>;


export type SetFourEyesMutation = { readonly setFourEyes: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type SetHubRolesMutationVariables = Exact<{
  member: string;
  hubRoles: ReadonlyArray<HubRole> | HubRole;
}>;


export type SetHubRolesMutation = { readonly setHubRoles: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { readonly signIn: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { readonly signOut: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode }> } };

export type SitemapActorsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SitemapActorsQuery = { readonly actors: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly slug: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SitemapConceptsQueryVariables = Exact<{ [key: string]: never; }>;


export type SitemapConceptsQuery = { readonly countries: ReadonlyArray<{ readonly code: string }>, readonly thematicAreas: ReadonlyArray<{ readonly code: string }>, readonly challenges: ReadonlyArray<{ readonly code: string }> };

export type SitemapEventsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SitemapEventsQuery = { readonly events: { readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly slug: string }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SitemapRecordsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SitemapRecordsQuery = { readonly knowledgeItems: { readonly totalCount: number, readonly nodes: ReadonlyArray<
      | { readonly slug: string, readonly updatedAt: string }
      | { readonly slug: string, readonly updatedAt: string }
      | { readonly slug: string, readonly updatedAt: string }
      | { readonly slug: string, readonly updatedAt: string }
    >, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type SubmitDraftMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  note?: string | null | undefined;
}>;


export type SubmitDraftMutation = { readonly submitDraft: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type SuggestQueryVariables = Exact<{
  prefix: string;
  first?: number | null | undefined;
}>;


export type SuggestQuery = { readonly suggest: ReadonlyArray<{ readonly kind: SuggestionKind, readonly text: string, readonly value: string }> };

export type ThemeQueryVariables = Exact<{
  code: string;
}>;


export type ThemeQuery = { readonly thematicArea: { readonly code: string, readonly name: string, readonly synonyms: ReadonlyArray<string>, readonly broader: { readonly code: string, readonly name: string, readonly broader: { readonly code: string, readonly name: string } | null } | null, readonly narrower: ReadonlyArray<{ readonly code: string, readonly name: string }> } | null };

export type ThemesQueryVariables = Exact<{ [key: string]: never; }>;


export type ThemesQuery = { readonly thematicAreas: ReadonlyArray<{ readonly code: string, readonly name: string, readonly broader: { readonly code: string } | null }> };

export type TombstoneQueryVariables = Exact<{
  slug: string;
}>;


export type TombstoneQuery = { readonly tombstone: { readonly slug: string, readonly withdrawnAt: string, readonly reason: string | null, readonly reasonLocale: Locale | null } | null };

export type TranslateDraftMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  locale: Locale;
}>;


export type TranslateDraftMutation = { readonly translateDraft: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type TranslationChangesQueryVariables = Exact<{
  id: string;
  locale: Locale;
}>;


export type TranslationChangesQuery = { readonly changesSinceTranslation: ReadonlyArray<{ readonly field: string, readonly locale: Locale | null, readonly before: string | null, readonly after: string | null }> };

export type UpdateProfileMutationVariables = Exact<{
  name: string;
  locale: Locale;
}>;


export type UpdateProfileMutation = { readonly updateProfile: { readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly field: string | null, readonly retryAfter: number | null }> } };

export type WithdrawItemMutationVariables = Exact<{
  id: string;
  expectedVersion: number;
  reason: ReadonlyArray<LocalizedTextInput> | LocalizedTextInput;
}>;


export type WithdrawItemMutation = { readonly withdrawItem: { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> } };

export type ContentOfRecordFragment = { readonly originalLocale: Locale | null, readonly countries: ReadonlyArray<string> | null, readonly themes: ReadonlyArray<string> | null, readonly challenges: ReadonlyArray<string> | null, readonly stages: ReadonlyArray<Stage> | null, readonly hazards: ReadonlyArray<string> | null, readonly sdgs: ReadonlyArray<string> | null, readonly modality: Modality | null, readonly evidence: EvidenceLevel | null, readonly event: string | null, readonly rights: Rights | null, readonly verifiedAt: string | null, readonly reviewBy: string | null, readonly startDate: string | null, readonly endDate: string | null, readonly stillRunning: boolean | null, readonly level: LessonLevel | null, readonly nature: LessonNature | null, readonly inForceFrom: string | null, readonly texts: ReadonlyArray<{ readonly locale: Locale, readonly title: string | null, readonly summary: string | null, readonly body: string | null, readonly context: string | null, readonly approach: string | null, readonly problem: string | null, readonly enablers: ReadonlyArray<string> | null, readonly obstacles: ReadonlyArray<string> | null, readonly replicability: string | null, readonly observation: string | null, readonly lesson: string | null, readonly recommendation: string | null, readonly purpose: string | null, readonly scope: string | null, readonly legalBasis: string | null, readonly edition: string | null, readonly changeNote: string | null }> | null, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: string }> | null, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }> | null, readonly results: ReadonlyArray<{ readonly baseline: string | null, readonly value: string, readonly source: string | null, readonly texts: ReadonlyArray<{ readonly locale: Locale, readonly indicator: string, readonly unit: string | null }> }> | null, readonly steps: ReadonlyArray<{ readonly stage: Stage | null, readonly texts: ReadonlyArray<{ readonly locale: Locale, readonly text: string, readonly responsible: string | null, readonly tool: string | null, readonly timeLimit: string | null }> }> | null };

type EmbedCard_BestPractice_Fragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> };

type EmbedCard_CaseStudy_Fragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> };

type EmbedCard_LessonLearned_Fragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> };

type EmbedCard_Protocol_Fragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly title: string, readonly summary: string, readonly url: string, readonly publishedAt: string | null, readonly shownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }> };

export type EmbedCardFragment =
  | EmbedCard_BestPractice_Fragment
  | EmbedCard_CaseStudy_Fragment
  | EmbedCard_LessonLearned_Fragment
  | EmbedCard_Protocol_Fragment
;

export type RecordStateFragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly status: ItemStatus, readonly title: string, readonly touchedAt: string, readonly publishedAt: string | null, readonly reviewBy: string | null, readonly isReviewDue: boolean, readonly actions: ReadonlyArray<EditorialAction>, readonly institution: { readonly id: string, readonly name: string } | null, readonly draft: { readonly status: ItemStatus, readonly savedAt: string, readonly savedBy: { readonly name: string }, readonly assignee: { readonly id: string, readonly name: string } | null } | null };

export type StepDoneFragment = { readonly record: { readonly id: string, readonly version: number, readonly status: ItemStatus } | null, readonly problems: ReadonlyArray<{ readonly code: ProblemCode, readonly message: string, readonly field: string | null, readonly currentVersion: number | null }> };

type WholeItem_BestPractice_Fragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly problem: string | null, readonly approach: string | null, readonly enablers: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<string>, readonly replicability: string | null, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> };

type WholeItem_CaseStudy_Fragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly context: string | null, readonly approach: string | null, readonly startDate: string | null, readonly endDate: string | null, readonly stillRunning: boolean | null, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> };

type WholeItem_LessonLearned_Fragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly nature: LessonNature, readonly level: LessonLevel | null, readonly observation: string | null, readonly lesson: string | null, readonly recommendation: string | null, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }> };

type WholeItem_Protocol_Fragment = { readonly id: string, readonly slug: string, readonly kind: KnowledgeKind, readonly version: number, readonly title: string, readonly summary: string, readonly body: string, readonly url: string, readonly oaiIdentifier: string, readonly publishedAt: string | null, readonly updatedAt: string, readonly verifiedAt: string | null, readonly evidence: EvidenceLevel, readonly rights: Rights, readonly stages: ReadonlyArray<Stage>, readonly modality: Modality | null, readonly originalLocale: Locale, readonly purpose: string | null, readonly scope: string | null, readonly legalBasis: string | null, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null, readonly shownIn: { readonly locale: Locale, readonly status: TranslationStatus, readonly isFallback: boolean, readonly isStale: boolean }, readonly bodyShownIn: { readonly locale: Locale, readonly isFallback: boolean }, readonly borrowedTexts: ReadonlyArray<{ readonly field: string, readonly locale: Locale }>, readonly translations: ReadonlyArray<{ readonly locale: Locale, readonly status: TranslationStatus, readonly isStale: boolean, readonly title: string }>, readonly actors: ReadonlyArray<{ readonly role: ActorRole, readonly actor: { readonly id: string, readonly slug: string, readonly name: string, readonly acronym: string | null, readonly website: string | null } }>, readonly countries: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly themes: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly challenges: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly hazards: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly sdgs: ReadonlyArray<{ readonly code: string, readonly name: string }>, readonly event: { readonly slug: string, readonly name: string } | null, readonly attachments: ReadonlyArray<{ readonly id: string, readonly name: string, readonly mediaType: string, readonly bytes: number, readonly url: string }>, readonly sources: ReadonlyArray<{ readonly title: string, readonly url: string | null, readonly locator: string | null, readonly language: Locale | null }>, readonly steps: ReadonlyArray<{ readonly number: number, readonly stage: Stage | null, readonly text: string, readonly responsible: string | null, readonly tool: string | null, readonly timeLimit: string | null, readonly locale: Locale }>, readonly editions: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null }> };

export type WholeItemFragment =
  | WholeItem_BestPractice_Fragment
  | WholeItem_CaseStudy_Fragment
  | WholeItem_LessonLearned_Fragment
  | WholeItem_Protocol_Fragment
;

type OfItsKind_BestPractice_Fragment = { readonly problem: string | null, readonly approach: string | null, readonly enablers: ReadonlyArray<string>, readonly obstacles: ReadonlyArray<string>, readonly replicability: string | null, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> };

type OfItsKind_CaseStudy_Fragment = { readonly context: string | null, readonly approach: string | null, readonly startDate: string | null, readonly endDate: string | null, readonly stillRunning: boolean | null, readonly results: ReadonlyArray<{ readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale }> };

type OfItsKind_LessonLearned_Fragment = { readonly nature: LessonNature, readonly level: LessonLevel | null, readonly observation: string | null, readonly lesson: string | null, readonly recommendation: string | null };

type OfItsKind_Protocol_Fragment = { readonly purpose: string | null, readonly scope: string | null, readonly legalBasis: string | null, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null, readonly steps: ReadonlyArray<{ readonly number: number, readonly stage: Stage | null, readonly text: string, readonly responsible: string | null, readonly tool: string | null, readonly timeLimit: string | null, readonly locale: Locale }>, readonly editions: ReadonlyArray<{ readonly id: string, readonly slug: string, readonly edition: string | null, readonly inForce: boolean, readonly inForceFrom: string | null }> };

export type OfItsKindFragment =
  | OfItsKind_BestPractice_Fragment
  | OfItsKind_CaseStudy_Fragment
  | OfItsKind_LessonLearned_Fragment
  | OfItsKind_Protocol_Fragment
;

export type FiguresFragment = { readonly indicator: string, readonly baseline: string | null, readonly value: string, readonly unit: string | null, readonly source: string | null, readonly locale: Locale };
/** What each operation takes and answers. */
export interface OperationTypes {
  readonly 'accept-invitation': { readonly variables: AcceptInvitationMutationVariables; readonly data: AcceptInvitationMutation };
  readonly 'account': { readonly variables: AccountQueryVariables; readonly data: AccountQuery };
  readonly 'actor': { readonly variables: ActorQueryVariables; readonly data: ActorQuery };
  readonly 'actors': { readonly variables: ActorsQueryVariables; readonly data: ActorsQuery };
  readonly 'api-country': { readonly variables: ApiCountryQueryVariables; readonly data: ApiCountryQuery };
  readonly 'api-filter': { readonly variables: ApiFilterQueryVariables; readonly data: ApiFilterQuery };
  readonly 'api-hub': { readonly variables: ApiHubQueryVariables; readonly data: ApiHubQuery };
  readonly 'api-record': { readonly variables: ApiRecordQueryVariables; readonly data: ApiRecordQuery };
  readonly 'api-search': { readonly variables: ApiSearchQueryVariables; readonly data: ApiSearchQuery };
  readonly 'assign-reviewer': { readonly variables: AssignReviewerMutationVariables; readonly data: AssignReviewerMutation };
  readonly 'assistant-challenges': { readonly variables: AssistantChallengesQueryVariables; readonly data: AssistantChallengesQuery };
  readonly 'assistant-record': { readonly variables: AssistantRecordQueryVariables; readonly data: AssistantRecordQuery };
  readonly 'assistant-search': { readonly variables: AssistantSearchQueryVariables; readonly data: AssistantSearchQuery };
  readonly 'assistant-themes': { readonly variables: AssistantThemesQueryVariables; readonly data: AssistantThemesQuery };
  readonly 'attachments': { readonly variables: AttachmentsQueryVariables; readonly data: AttachmentsQuery };
  readonly 'audit-trail': { readonly variables: AuditTrailQueryVariables; readonly data: AuditTrailQuery };
  readonly 'challenge': { readonly variables: ChallengeQueryVariables; readonly data: ChallengeQuery };
  readonly 'challenge-counts': { readonly variables: ChallengeCountsQueryVariables; readonly data: ChallengeCountsQuery };
  readonly 'challenges': { readonly variables: ChallengesQueryVariables; readonly data: ChallengesQuery };
  readonly 'change-member-role': { readonly variables: ChangeMemberRoleMutationVariables; readonly data: ChangeMemberRoleMutation };
  readonly 'change-partner': { readonly variables: ChangePartnerMutationVariables; readonly data: ChangePartnerMutation };
  readonly 'change-password': { readonly variables: ChangePasswordMutationVariables; readonly data: ChangePasswordMutation };
  readonly 'change-stored-query-status': { readonly variables: ChangeStoredQueryStatusMutationVariables; readonly data: ChangeStoredQueryStatusMutation };
  readonly 'citation': { readonly variables: CitationQueryVariables; readonly data: CitationQuery };
  readonly 'compare-revisions': { readonly variables: CompareRevisionsQueryVariables; readonly data: CompareRevisionsQuery };
  readonly 'countries': { readonly variables: CountriesQueryVariables; readonly data: CountriesQuery };
  readonly 'country': { readonly variables: CountryQueryVariables; readonly data: CountryQuery };
  readonly 'country-groups': { readonly variables: CountryGroupsQueryVariables; readonly data: CountryGroupsQuery };
  readonly 'counts': { readonly variables: CountsQueryVariables; readonly data: CountsQuery };
  readonly 'create-access-token': { readonly variables: CreateAccessTokenMutationVariables; readonly data: CreateAccessTokenMutation };
  readonly 'create-draft': { readonly variables: CreateDraftMutationVariables; readonly data: CreateDraftMutation };
  readonly 'create-edition': { readonly variables: CreateEditionMutationVariables; readonly data: CreateEditionMutation };
  readonly 'create-partner-key': { readonly variables: CreatePartnerKeyMutationVariables; readonly data: CreatePartnerKeyMutation };
  readonly 'create-reset-link': { readonly variables: CreateResetLinkMutationVariables; readonly data: CreateResetLinkMutation };
  readonly 'disable-member': { readonly variables: DisableMemberMutationVariables; readonly data: DisableMemberMutation };
  readonly 'discard-draft': { readonly variables: DiscardDraftMutationVariables; readonly data: DiscardDraftMutation };
  readonly 'edit-item': { readonly variables: EditItemMutationVariables; readonly data: EditItemMutation };
  readonly 'editor-actors': { readonly variables: EditorActorsQueryVariables; readonly data: EditorActorsQuery };
  readonly 'editor-choices': { readonly variables: EditorChoicesQueryVariables; readonly data: EditorChoicesQuery };
  readonly 'embed-challenge': { readonly variables: EmbedChallengeQueryVariables; readonly data: EmbedChallengeQuery };
  readonly 'embed-country': { readonly variables: EmbedCountryQueryVariables; readonly data: EmbedCountryQuery };
  readonly 'embed-item': { readonly variables: EmbedItemQueryVariables; readonly data: EmbedItemQuery };
  readonly 'embed-newest': { readonly variables: EmbedNewestQueryVariables; readonly data: EmbedNewestQuery };
  readonly 'embed-search': { readonly variables: EmbedSearchQueryVariables; readonly data: EmbedSearchQuery };
  readonly 'embed-theme': { readonly variables: EmbedThemeQueryVariables; readonly data: EmbedThemeQuery };
  readonly 'emergency-protocols': { readonly variables: EmergencyProtocolsQueryVariables; readonly data: EmergencyProtocolsQuery };
  readonly 'enable-member': { readonly variables: EnableMemberMutationVariables; readonly data: EnableMemberMutation };
  readonly 'endorse-item': { readonly variables: EndorseItemMutationVariables; readonly data: EndorseItemMutation };
  readonly 'event': { readonly variables: EventQueryVariables; readonly data: EventQuery };
  readonly 'events': { readonly variables: EventsQueryVariables; readonly data: EventsQuery };
  readonly 'facets': { readonly variables: FacetsQueryVariables; readonly data: FacetsQuery };
  readonly 'feed': { readonly variables: FeedQueryVariables; readonly data: FeedQuery };
  readonly 'four-eyes': { readonly variables: FourEyesQueryVariables; readonly data: FourEyesQuery };
  readonly 'home': { readonly variables: HomeQueryVariables; readonly data: HomeQuery };
  readonly 'identity-providers': { readonly variables: IdentityProvidersQueryVariables; readonly data: IdentityProvidersQuery };
  readonly 'invitation': { readonly variables: InvitationQueryVariables; readonly data: InvitationQuery };
  readonly 'invitations': { readonly variables: InvitationsQueryVariables; readonly data: InvitationsQuery };
  readonly 'invite-member': { readonly variables: InviteMemberMutationVariables; readonly data: InviteMemberMutation };
  readonly 'item': { readonly variables: ItemQueryVariables; readonly data: ItemQuery };
  readonly 'items': { readonly variables: ItemsQueryVariables; readonly data: ItemsQuery };
  readonly 'labels': { readonly variables: LabelsQueryVariables; readonly data: LabelsQuery };
  readonly 'last-change': { readonly variables: LastChangeQueryVariables; readonly data: LastChangeQuery };
  readonly 'members': { readonly variables: MembersQueryVariables; readonly data: MembersQuery };
  readonly 'partner': { readonly variables: PartnerQueryVariables; readonly data: PartnerQuery };
  readonly 'partners': { readonly variables: PartnersQueryVariables; readonly data: PartnersQuery };
  readonly 'publish-draft': { readonly variables: PublishDraftMutationVariables; readonly data: PublishDraftMutation };
  readonly 'recall-draft': { readonly variables: RecallDraftMutationVariables; readonly data: RecallDraftMutation };
  readonly 'record': { readonly variables: RecordQueryVariables; readonly data: RecordQuery };
  readonly 'record-actions': { readonly variables: RecordActionsQueryVariables; readonly data: RecordActionsQuery };
  readonly 'record-preview': { readonly variables: RecordPreviewQueryVariables; readonly data: RecordPreviewQuery };
  readonly 'records': { readonly variables: RecordsQueryVariables; readonly data: RecordsQuery };
  readonly 'register-partner': { readonly variables: RegisterPartnerMutationVariables; readonly data: RegisterPartnerMutation };
  readonly 'remove-attachment': { readonly variables: RemoveAttachmentMutationVariables; readonly data: RemoveAttachmentMutation };
  readonly 'remove-member': { readonly variables: RemoveMemberMutationVariables; readonly data: RemoveMemberMutation };
  readonly 'remove-partner': { readonly variables: RemovePartnerMutationVariables; readonly data: RemovePartnerMutation };
  readonly 'request-changes': { readonly variables: RequestChangesMutationVariables; readonly data: RequestChangesMutation };
  readonly 'request-password-reset': { readonly variables: RequestPasswordResetMutationVariables; readonly data: RequestPasswordResetMutation };
  readonly 'reset-password': { readonly variables: ResetPasswordMutationVariables; readonly data: ResetPasswordMutation };
  readonly 'restore-revision': { readonly variables: RestoreRevisionMutationVariables; readonly data: RestoreRevisionMutation };
  readonly 'review-translation': { readonly variables: ReviewTranslationMutationVariables; readonly data: ReviewTranslationMutation };
  readonly 'reviewers': { readonly variables: ReviewersQueryVariables; readonly data: ReviewersQuery };
  readonly 'revisions': { readonly variables: RevisionsQueryVariables; readonly data: RevisionsQuery };
  readonly 'revoke-access-token': { readonly variables: RevokeAccessTokenMutationVariables; readonly data: RevokeAccessTokenMutation };
  readonly 'revoke-invitation': { readonly variables: RevokeInvitationMutationVariables; readonly data: RevokeInvitationMutation };
  readonly 'revoke-other-sessions': { readonly variables: RevokeOtherSessionsMutationVariables; readonly data: RevokeOtherSessionsMutation };
  readonly 'revoke-partner-key': { readonly variables: RevokePartnerKeyMutationVariables; readonly data: RevokePartnerKeyMutation };
  readonly 'revoke-session': { readonly variables: RevokeSessionMutationVariables; readonly data: RevokeSessionMutation };
  readonly 'save-draft': { readonly variables: SaveDraftMutationVariables; readonly data: SaveDraftMutation };
  readonly 'save-stored-query': { readonly variables: SaveStoredQueryMutationVariables; readonly data: SaveStoredQueryMutation };
  readonly 'search': { readonly variables: SearchQueryVariables; readonly data: SearchQuery };
  readonly 'search-cursor': { readonly variables: SearchCursorQueryVariables; readonly data: SearchCursorQuery };
  readonly 'set-four-eyes': { readonly variables: SetFourEyesMutationVariables; readonly data: SetFourEyesMutation };
  readonly 'set-hub-roles': { readonly variables: SetHubRolesMutationVariables; readonly data: SetHubRolesMutation };
  readonly 'sign-in': { readonly variables: SignInMutationVariables; readonly data: SignInMutation };
  readonly 'sign-out': { readonly variables: SignOutMutationVariables; readonly data: SignOutMutation };
  readonly 'sitemap-actors': { readonly variables: SitemapActorsQueryVariables; readonly data: SitemapActorsQuery };
  readonly 'sitemap-concepts': { readonly variables: SitemapConceptsQueryVariables; readonly data: SitemapConceptsQuery };
  readonly 'sitemap-events': { readonly variables: SitemapEventsQueryVariables; readonly data: SitemapEventsQuery };
  readonly 'sitemap-records': { readonly variables: SitemapRecordsQueryVariables; readonly data: SitemapRecordsQuery };
  readonly 'submit-draft': { readonly variables: SubmitDraftMutationVariables; readonly data: SubmitDraftMutation };
  readonly 'suggest': { readonly variables: SuggestQueryVariables; readonly data: SuggestQuery };
  readonly 'theme': { readonly variables: ThemeQueryVariables; readonly data: ThemeQuery };
  readonly 'themes': { readonly variables: ThemesQueryVariables; readonly data: ThemesQuery };
  readonly 'tombstone': { readonly variables: TombstoneQueryVariables; readonly data: TombstoneQuery };
  readonly 'translate-draft': { readonly variables: TranslateDraftMutationVariables; readonly data: TranslateDraftMutation };
  readonly 'translation-changes': { readonly variables: TranslationChangesQueryVariables; readonly data: TranslationChangesQuery };
  readonly 'update-profile': { readonly variables: UpdateProfileMutationVariables; readonly data: UpdateProfileMutation };
  readonly 'withdraw-item': { readonly variables: WithdrawItemMutationVariables; readonly data: WithdrawItemMutation };
}
