import { invalid } from '../errors.js';

export const MIN_PASSWORD = 12;
export const MAX_PASSWORD = 200;

/** What the most common passwords are made of, once numbers and signs are taken away. */
const COMMON_WORDS: ReadonlySet<string> = new Set(
  `password passwort contrasena contrasenha contrasenya clave claveclave motdepasse senha
  qwerty qwertz azerty qwertyuiop qwertyuiopasdfghjkl azertyuiop asdfghjkl asdfghjklzxcvbnm
  asdfasdf zxcvbnm qazwsx qazwsxedc qazwsxedcrfv abcdefghijkl abcdefghijklm
  iloveyou teamo tequiero jetaime teamomucho letmein welcome bienvenido bienvenidos bienvenue
  bemvindo admin administrator administrador administrateur root master superman batman
  football futbol barcelona realmadrid princess princesa princesse dragon monkey sunshine
  shadow baseball trustno changeme cambiame secret secreto segredo saberes default guest
  invitado test prueba teste usuario america latinoamerica colombia mexico argentina brasil`.split(
    /\s+/,
  ),
);

/** A piece of so many letters that is only repeated adds nothing. */
const LONGEST_REPEATED = 6;
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** Passwords are compared in one form, however a keyboard composes its accents. */
export const normalizePassword = (password: string): string => password.normalize('NFKC');

/** Throws `INVALID` for a password that is too short, too long or easily guessed. */
export function checkPassword(password: string, email: string, argument = 'password'): void {
  const text = normalizePassword(password);
  const length = Array.from(text).length;
  if (length < MIN_PASSWORD || length > MAX_PASSWORD) {
    const range = `between ${MIN_PASSWORD} and ${MAX_PASSWORD} characters`;
    throw invalid(argument, `A password needs ${range}; a few words in a row are good.`);
  }
  if (isOf(email, text)) {
    throw invalid(argument, 'This password is made from the e-mail address. Choose another.');
  }
  if (isCommon(text)) {
    const message = 'This password is among the first that are tried. Choose a few unusual words.';
    throw invalid(argument, message);
  }
}

function isOf(email: string, password: string): boolean {
  const text = password.toLowerCase();
  const [name = ''] = email.split('@', 1);
  return text === email || (name.length > 2 && lettersOf(text) === lettersOf(name));
}

function isCommon(password: string): boolean {
  const text = withoutAccents(password.toLowerCase());
  return isRepeated(text) || isRow(text) || isCommonWord(lettersOf(text));
}

function isCommonWord(letters: string): boolean {
  if (COMMON_WORDS.has(letters)) return true;
  const half = letters.slice(0, letters.length / 2);
  return letters === half + half && COMMON_WORDS.has(half);
}

function isRepeated(text: string): boolean {
  for (let length = 1; length <= LONGEST_REPEATED; length += 1) {
    const times = Math.ceil(text.length / length);
    if (text.slice(0, length).repeat(times).slice(0, text.length) === text) return true;
  }
  return false;
}

const isRow = (text: string): boolean =>
  ROWS.some((row) => row.includes(text) || Array.from(row).reverse().join('').includes(text));

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const lettersOf = (text: string): string => text.replace(/\P{L}/gu, '');
