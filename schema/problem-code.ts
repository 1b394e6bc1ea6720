import { registerEnumType } from 'type-graphql';

/** Why a mutation did not do what it was asked: stable codes that programs rely on. */
export enum ProblemCode {
  UNAUTHENTICATED = 'UNAUTHENTICATED',
  FORBIDDEN = 'FORBIDDEN',
  NOT_FOUND = 'NOT_FOUND',
  CONFLICT = 'CONFLICT',
  INVALID = 'INVALID',
  INCOMPLETE = 'INCOMPLETE',
  WRONG_STATUS = 'WRONG_STATUS',
  FOUR_EYES = 'FOUR_EYES',
  LIMIT_REACHED = 'LIMIT_REACHED',
  RATE_LIMITED = 'RATE_LIMITED',
  EXPIRED = 'EXPIRED',
  TRANSLATION_OFF = 'TRANSLATION_OFF',
  TRANSLATION_UNAVAILABLE = 'TRANSLATION_UNAVAILABLE',
}
registerEnumType(ProblemCode, {
  name: 'ProblemCode',
  description: 'Why a mutation did not do what it was asked.',
  valuesConfig: {
    UNAUTHENTICATED: { description: 'Sign in, or send a valid access token.' },
    FORBIDDEN: { description: 'The member may not do this.' },
    NOT_FOUND: { description: 'There is nothing by this id that the member may see.' },
    CONFLICT: {
      description: 'Somebody else was faster; "currentVersion" tells the present state.',
    },
    INVALID: { description: 'A value is wrong; "field" tells which.' },
    INCOMPLETE: { description: 'Something is missing before this step; "field" tells what.' },
    WRONG_STATUS: { description: 'Not possible in the status that the record is in.' },
    FOUR_EYES: { description: 'The institution asks for a second person to approve.' },
    LIMIT_REACHED: { description: 'There are as many as there may be.' },
    RATE_LIMITED: { description: 'Too many attempts; wait before the next.' },
    EXPIRED: { description: 'The link or token is used up, too old or unknown.' },
    TRANSLATION_OFF: { description: 'The hub has no translation service; translate by hand.' },
    TRANSLATION_UNAVAILABLE: { description: 'The translation service failed; try again later.' },
  },
});
