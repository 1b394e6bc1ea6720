export type OaiErrorCode =
  | 'badArgument'
  | 'badResumptionToken'
  | 'badVerb'
  | 'cannotDisseminateFormat'
  | 'idDoesNotExist'
  | 'noRecordsMatch';

/**
 * A refusal in the words of OAI-PMH. `noSetHierarchy` and `noMetadataFormats` are missing: this hub
 * has sets, and every record comes in every format.
 */
export class OaiFault extends Error {
  override readonly name = 'OaiFault';

  constructor(
    readonly code: OaiErrorCode,
    message: string,
  ) {
    super(message);
  }
}

export const badArgument = (message: string) => new OaiFault('badArgument', message);

export const noRecordsMatch = () =>
  new OaiFault('noRecordsMatch', 'No record of this hub passes this selection.');
