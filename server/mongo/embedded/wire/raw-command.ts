import { RawReader } from '../storage/bson-walk.js';

const REPLACEMENT = '\ufffd';

/** The fields of a command, read one after the other from its bytes; what has another type than asked for is null. */
export class RawCommand {
  readonly #fields: RawReader;

  constructor(private readonly body: Buffer) {
    this.#fields = new RawReader(body, 0);
  }

  get name(): string {
    return this.#fields.name;
  }

  get isBoolean(): boolean {
    return this.#fields.type === 8;
  }

  is(name: string): boolean {
    return this.#fields.name === name;
  }

  next(): boolean {
    return this.#fields.next();
  }

  text(): string | null {
    return textOf(this.body, this.#fields);
  }

  int(): number | null {
    const { type, valueStart } = this.#fields;
    return type === 16 ? this.body.readInt32LE(valueStart) : null;
  }

  /** The text in a subdocument that has this one field. */
  onlyTextField(name: string): string | null {
    const { type, valueStart } = this.#fields;
    if (type !== 3) return null;
    const inner = new RawReader(this.body, valueStart);
    if (!inner.next() || inner.name !== name) return null;
    const text = textOf(this.body, inner);
    return inner.next() ? null : text;
  }
}

/** Text that is, or may be, no valid UTF-8 is left to the decoder, which refuses it. */
function textOf(body: Buffer, { type, valueStart, end }: RawReader): string | null {
  if (type !== 2) return null;
  const text = body.toString('utf8', valueStart + 4, end - 1);
  return text.includes(REPLACEMENT) ? null : text;
}
