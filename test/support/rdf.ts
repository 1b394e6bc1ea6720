import jsonld from 'jsonld';
import { DataFactory, Parser, type Quad, Store } from 'n3';

/** Short names of what the hub's data is written in. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
};

const full = (name: string): string => {
  const [prefix = '', local = ''] = name.split(':');
  return (VOCABULARIES[prefix] ?? '') + local;
};

/** Statements as a program that knows RDF reads them. */
export class ReadGraph {
  private readonly store: Store;

  constructor(readonly quads: readonly Quad[]) {
    this.store = new Store([...quads]);
  }

  static ofTurtle(text: string): ReadGraph {
    return new ReadGraph(new Parser({ format: 'text/turtle' }).parse(text));
  }

  static async ofJsonLd(text: string): Promise<ReadGraph> {
    const lines: unknown = await jsonld.toRDF(JSON.parse(text), { format: 'application/n-quads' });
    return new ReadGraph(new Parser({ format: 'N-Quads' }).parse(lines as string));
  }

  /** One line for each statement, in one order. */
  get statements(): readonly string[] {
    return this.quads
      .map(({ subject, predicate, object }) => [subject.id, predicate.id, object.id].join(' '))
      .sort();
  }

  ofType(name: string): readonly string[] {
    const type = DataFactory.namedNode(full(name));
    return this.store.getSubjects(full('rdf:type'), type, null).map(({ value }) => value);
  }

  /** What is said of something: addresses and texts. */
  values(subject: string, name: string): readonly string[] {
    return this.objects(subject, name).map(({ value }) => value);
  }

  /** Texts with their language: `es Salud`. */
  texts(subject: string, name: string): readonly string[] {
    return this.objects(subject, name).map((object) =>
      object.termType === 'Literal' ? `${object.language} ${object.value}` : '',
    );
  }

  private objects(subject: string, name: string) {
    return this.store.getObjects(DataFactory.namedNode(subject), full(name), null);
  }
}
