import { type WrittenXml, writeAhead, type XmlTree } from './xml-tree.js';

/** What many records say alike, written once: names of themes, countries and kinds, in some languages. */
export class WrittenLabels {
  private readonly known = new Map<string, WrittenXml>();

  /** One for each version of the reference data: the key says all the rest that the elements depend on. */
  get(key: string, make: () => readonly XmlTree[]): WrittenXml {
    const found = this.known.get(key);
    if (found) return found;
    const made = writeAhead(make());
    this.known.set(key, made);
    return made;
  }
}
