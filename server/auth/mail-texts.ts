import { Locale } from '../locale.js';

interface Letter {
  readonly subject: string;
  readonly lines: (link: string, institutions: string) => readonly string[];
}

interface Letters {
  readonly invitation: Letter;
  readonly reset: Letter;
}

/** Where no institution is named. */
const HUB = 'Saberes';

const TEXTS: Readonly<Record<Locale, Letters>> = {
  [Locale.ES]: {
    invitation: {
      subject: 'Invitación a Saberes',
      lines: (link, institutions) => [
        `Le invitan a trabajar en ${institutions}.`,
        'Este enlace vale siete días y una sola vez:',
        link,
        'Si no esperaba esta invitación, no haga nada.',
      ],
    },
    reset: {
      subject: 'Elegir una contraseña nueva para Saberes',
      lines: (link) => [
        'Alguien, probablemente usted, pidió elegir una contraseña nueva.',
        'Este enlace vale una hora y una sola vez:',
        link,
        'Si no fue usted, no haga nada: la contraseña sigue siendo la misma.',
      ],
    },
  },
  [Locale.EN]: {
    invitation: {
      subject: 'Invitation to Saberes',
      lines: (link, institutions) => [
        `You are invited to work on ${institutions}.`,
        'This link is valid for seven days, and once:',
        link,
        'If you did not expect this invitation, do nothing.',
      ],
    },
    reset: {
      subject: 'Choose a new password for Saberes',
      lines: (link) => [
        'Somebody, probably you, asked to choose a new password.',
        'This link is valid for one hour, and once:',
        link,
        'If it was not you, do nothing: the password stays as it is.',
      ],
    },
  },
  [Locale.PT]: {
    invitation: {
      subject: 'Convite para o Saberes',
      lines: (link, institutions) => [
        `Você recebeu um convite para trabalhar em ${institutions}.`,
        'Este link vale sete dias e uma única vez:',
        link,
        'Se não esperava este convite, não faça nada.',
      ],
    },
    reset: {
      subject: 'Escolher uma nova senha para o Saberes',
      lines: (link) => [
        'Alguém, provavelmente você, pediu para escolher uma nova senha.',
        'Este link vale uma hora e uma única vez:',
        link,
        'Se não foi você, não faça nada: a senha continua a mesma.',
      ],
    },
  },
  [Locale.FR]: {
    invitation: {
      subject: 'Invitation à Saberes',
      lines: (link, institutions) => [
        `Vous êtes invité à travailler sur ${institutions}.`,
        'Ce lien est valable sept jours, une seule fois :',
        link,
        "Si vous n'attendiez pas cette invitation, ne faites rien.",
      ],
    },
    reset: {
      subject: 'Choisir un nouveau mot de passe pour Saberes',
      lines: (link) => [
        "Quelqu'un, probablement vous, a demandé à choisir un nouveau mot de passe.",
        'Ce lien est valable une heure, une seule fois :',
        link,
        "Si ce n'était pas vous, ne faites rien : le mot de passe reste le même.",
      ],
    },
  },
};

/** A letter with a link, in the language of who gets it. */
export function letterOf(
  kind: keyof Letters,
  locale: Locale,
  link: string,
  institutions: readonly string[] = [],
) {
  const { subject, lines } = TEXTS[locale][kind];
  const text = lines(link, institutions.join(', ') || HUB).join('\n\n');
  return { subject, text: `${text}\n` };
}
