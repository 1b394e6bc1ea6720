import sax from 'sax';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
  /** The first child of a name; fails where there is none. */
  child(name: string): XmlElement;
  all(name: string): readonly XmlElement[];
}

class ReadElement implements XmlElement {
  readonly children: XmlElement[] = [];
  text = '';

  constructor(
    readonly name: string,
    readonly attributes: Readonly<Record<string, string>>,
  ) {}

  all(name: string): readonly XmlElement[] {
    return this.children.filter((child) => child.name === name);
  }

  child(name: string): XmlElement {
    const [found] = this.all(name);
    if (!found) throw new Error(`<${this.name}> has no <${name}>.`);
    return found;
  }
}

const XML_CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** Reads a document strictly: whatever XML forbids is thrown. */
export function parseXml(text: string): XmlElement {
  if (!XML_CHARACTERS.test(text)) throw new Error('There is a character that XML forbids.');
  const parser = sax.parser(true, { xmlns: true });
  const root = new ReadElement('#document', {});
  const open = [root];
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const values = Object.entries(attributes).map(
      ([key, attribute]) =>
        [key, typeof attribute === 'string' ? attribute : attribute.value] as const,
    );
    const element = new ReadElement(name, Object.fromEntries(values));
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.ontext = (part) => {
    const top = open.at(-1);
    if (top) top.text += part;
  };
  parser.onclosetag = () => void open.pop();
  parser.write(text).close();
  const [found] = root.children;
  if (!found) throw new Error('The document is empty.');
  return found;
}
