/** A refusal that reaches the client as MongoDB would word it: a code, its name, a message. */
export class StoreError extends Error {
  override readonly name = 'StoreError';

  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

export const badValue = (message: string) => new StoreError(2, 'BadValue', message);
export const failedToParse = (message: string) => new StoreError(9, 'FailedToParse', message);
export const typeMismatch = (message: string) => new StoreError(14, 'TypeMismatch', message);
export const notImplemented = (message: string) => new StoreError(238, 'NotImplemented', message);

/** Errors that MongoDB knows by number only. */
export const located = (code: number, message: string) =>
  new StoreError(code, `Location${code}`, message);
