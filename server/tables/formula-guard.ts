/**
 * What spreadsheet programs take for the beginning of a formula, also behind apostrophes: one of
 * those is added when a cell is written and taken off when it is read, so that each text survives.
 */
const STARTS_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
const IS_GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/** The text as a cell that no spreadsheet program runs. */
export const guarded = (text: string): string => (STARTS_FORMULA.test(text) ? `'${text}` : text);

/** The text of a cell that `guarded` may have written. */
export const unguarded = (text: string): string => (IS_GUARDED.test(text) ? text.slice(1) : text);
