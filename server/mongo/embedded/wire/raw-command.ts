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

  /** The bytes of a subdocument. */
  document(): Buffer | null {
    const { type, valueStart, end } = this.#fields;
    return type === 3 ? this.body.subarray(valueStart, end) : null;
  }

  /** The texts that an `_id` may be: one, or those of an `$in`. */
  texts(): readonly string[] | null {
    const { type, valueStart } = this.#fields;
    if (type !== 3) return single(textOf(this.body, this.#fields));
    const operators = new RawReader(this.body, valueStart);
    if (!operators.next() || operators.name !== '$in' || operators.type !== 4) return null;
    const found: string[] = [];
    const list = new RawReader(this.body, operators.valueStart);
    while (list.next()) {
      const text = textOf(this.body, list);
      if (text === null) return null;
      found.push(text);
    }
    return operators.next() ? null : found;
  }

  /** The value as it is stored, when it is one that equals nothing but its own bytes. */
  plainValue(): RawValue | null {
    const { type, valueStart, end } = this.#fields;
    const isPlain = type === 8 || textOf(this.body, this.#fields) !== null;
    return isPlain ? { type, bytes: this.body.subarray(valueStart, end) } : null;
  }
}

export interface RawValue {
  readonly type: number;
  readonly bytes: Buffer;
}

const single = (text: string | null) => (text === null ? null : [text]);

/** Text that is, or may be, no valid UTF-8 is left to the decoder, which refuses it. */
function textOf(body: Buffer, { type, valueStart, end }: RawReader): string | null {
  if (type !== 2) return null;
  const text = body.toString('utf8', valueStart + 4, end - 1);
  return text.includes(REPLACEMENT) ? null : text;
}

/** The bytes of a subdocument of a command. */
export function documentField(body: Buffer, name: string): Buffer | null {
  const command = new RawCommand(body);
  while (command.next()) if (command.is(name)) return command.document();
  return null;
}
