import { registerEnumType } from 'type-graphql';

/** The four languages of the hub, by their BCP 47 codes. */
export enum Locale {
  ES = 'es',
  EN = 'en',
  PT = 'pt',
  FR = 'fr',
}

registerEnumType(Locale, {
  name: 'Locale',
  description: 'A language of the hub.',
  valuesConfig: {
    ES: { description: 'Spanish.' },
    EN: { description: 'English.' },
    PT: { description: 'Portuguese.' },
    FR: { description: 'French.' },
  },
});
