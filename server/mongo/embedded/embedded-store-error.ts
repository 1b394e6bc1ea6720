export type EmbeddedStoreErrorCode =
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_NOT_WRITABLE'
  | 'DATA_DIR_FOREIGN'
  | 'DATA_DIR_OTHER_VERSION'
  | 'DATA_DIR_CORRUPT'
  | 'START_FAILED';

/** Why the embedded store did not start, in one line that can be shown as it is. */
export class EmbeddedStoreError extends Error {
  override readonly name = 'EmbeddedStoreError';

  constructor(
    readonly code: EmbeddedStoreErrorCode,
    message: string,
  ) {
    super(message.replace(/\s+/g, ' '));
  }
}
