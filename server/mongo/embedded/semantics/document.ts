/** A decoded BSON document. Nothing in this folder ever changes one: results share structure with their inputs. */
export type Doc = Readonly<Record<string, unknown>>;

/** A document under construction, before it is handed out as a `Doc`. */
export type MutableDoc = Record<string, unknown>;

/** True for subdocuments; false for arrays, dates and every BSON class. */
export function isDoc(value: unknown): value is Doc {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** `Array.isArray` with elements that have to be looked at before they are used. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Assigns a field, also one named `__proto__`, which a plain assignment would lose. */
export function assign(target: MutableDoc, key: string, value: unknown): void {
  if (key !== '__proto__') {
    target[key] = value;
    return;
  }
  Object.defineProperty(target, key, {
    value,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** Reads an own field; what objects inherit (`constructor`, …) is no field. */
export function fieldOf(doc: Doc, key: string): unknown {
  return Object.hasOwn(doc, key) ? doc[key] : undefined;
}

/** The class name that the BSON library writes on its values, such as `ObjectId`. */
export function bsonClass(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || isDoc(value)) return undefined;
  const { _bsontype: name } = value as { readonly _bsontype?: unknown };
  return typeof name === 'string' ? name : undefined;
}
