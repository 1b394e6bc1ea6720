import { Locale } from '../../locale.js';

interface Refusals {
  /** Nobody by this identity is known. */
  readonly stranger: string;
  /** The way back does not belong to a way there, or took too long. */
  readonly broken: string;
  /** The provider does not answer, or not as it should. */
  readonly down: string;
}

/** What people read whom a provider sent back in vain. */
export const OIDC_TEXTS: Readonly<Record<Locale, Refusals>> = {
  [Locale.ES]: {
    stranger:
      'Con esta identidad nadie es miembro del sitio. Pida una invitación a su institución.',
    broken: 'El inicio de sesión no se completó o tardó demasiado. Empiece de nuevo.',
    down: 'El servicio de identidad no responde. Inténtelo más tarde o use su contraseña.',
  },
  [Locale.EN]: {
    stranger: 'Nobody with this identity is a member here. Ask your institution for an invitation.',
    broken: 'Signing in was not completed or took too long. Begin again.',
    down: 'The identity service does not answer. Try again later, or use your password.',
  },
  [Locale.PT]: {
    stranger: 'Ninguém com esta identidade é membro do site. Peça um convite à sua instituição.',
    broken: 'A entrada não foi concluída ou demorou demais. Comece de novo.',
    down: 'O serviço de identidade não responde. Tente mais tarde ou use a sua senha.',
  },
  [Locale.FR]: {
    stranger:
      "Personne n'est membre du site avec cette identité. Demandez une invitation à votre institution.",
    broken: "La connexion n'a pas abouti ou a trop duré. Recommencez.",
    down: "Le service d'identité ne répond pas. Réessayez plus tard ou utilisez votre mot de passe.",
  },
};
