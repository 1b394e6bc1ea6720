import { Kind, parse, print } from 'graphql';

/** A variable that a document declares. */
export interface DeclaredVariable {
  readonly name: string;
  /** As GraphQL writes it: [CountryCode!]. */
  readonly type: string;
}

const MOST_TOKENS = 2_000;

/**
 * Those of the operation that is named, or of all; each once, in their order. None for what cannot
 * be read, which the hub refuses anyway.
 */
export function declaredVariables(
  document: string,
  operationName: string,
): readonly DeclaredVariable[] {
  const found = new Map<string, DeclaredVariable>();
  for (const { variable, type } of definitionsIn(document, operationName)) {
    const { value: name } = variable.name;
    if (!found.has(name)) found.set(name, { name, type: print(type) });
  }
  return [...found.values()];
}

function definitionsIn(document: string, operationName: string) {
  try {
    const { definitions } = parse(document, { noLocation: true, maxLexicalTokens: MOST_TOKENS });
    return definitions
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .filter(({ name }) => operationName === '' || name?.value === operationName)
      .flatMap(({ variableDefinitions }) => variableDefinitions ?? []);
  } catch {
    return [];
  }
}
