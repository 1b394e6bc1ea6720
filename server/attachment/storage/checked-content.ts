import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { type FileKey, WrongContent } from './file-storage.js';

/**
 * Passes a file on and fails with `WrongContent` before its last piece when it is not what the
 * key says, so that whoever stores it never gets a wrong file whole.
 */
export class CheckedContent extends Transform {
  private readonly digest = createHash('sha256');
  private bytes = 0;
  private held: Buffer | null = null;

  constructor(private readonly key: FileKey) {
    super();
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += piece.length;
    if (this.bytes > this.key.bytes) {
      done(new WrongContent());
      return;
    }
    this.digest.update(piece);
    if (this.held) this.push(this.held);
    this.held = piece;
    done();
  }

  override _flush(done: TransformCallback): void {
    const isRight = this.bytes === this.key.bytes && this.digest.digest('hex') === this.key.hash;
    if (isRight && this.held) this.push(this.held);
    done(isRight ? null : new WrongContent());
  }
}
