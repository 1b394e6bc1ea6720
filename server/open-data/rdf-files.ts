import { expanded, type Name, PREFIXES, type Resource, type Value } from './rdf.js';

/** Turtle for people and for programs of the semantic web. */
export async function toTurtle(resources: readonly Resource[]): Promise<string> {
  const { DataFactory, Writer } = await loadN3();
  const node = (name: Name) => DataFactory.namedNode(expanded(name));
  const writer = new Writer({ prefixes: { ...PREFIXES } });
  const term = (value: Value) => {
    if ('iri' in value) return DataFactory.namedNode(value.iri);
    const { text, language, type } = value;
    return DataFactory.literal(text, language ?? (type && node(type)));
  };
  for (const { id, type, about } of resources) {
    const subject = DataFactory.namedNode(id);
    writer.addQuad(subject, node('rdf:type'), node(type));
    for (const [name, values = []] of Object.entries(about)) {
      for (const value of values) writer.addQuad(subject, node(name as Name), term(value));
    }
  }
  return new Promise((resolve, reject) => {
    writer.end((error, text: string) => (error ? reject(error) : resolve(text)));
  });
}

/** The same as JSON-LD: names keep their prefixes, which the context explains. */
export function toJsonLd(resources: readonly Resource[]): string {
  const graph = resources.map(({ id, type, about }) => ({
    '@id': id,
    '@type': type,
    ...Object.fromEntries(
      Object.entries(about).flatMap(([name, values = []]) =>
        values.length > 0 ? [[name, values.map(jsonValue)]] : [],
      ),
    ),
  }));
  return JSON.stringify({ '@context': PREFIXES, '@graph': graph });
}

function jsonValue(value: Value): object {
  if ('iri' in value) return { '@id': value.iri };
  const { text, language, type } = value;
  return {
    '@value': text,
    ...(language && { '@language': language }),
    ...(type && { '@type': type }),
  };
}

/** Loaded with the first file that is asked for. */
const loadN3 = async () => (await import('n3')).default;
