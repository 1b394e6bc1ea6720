import type {
  ActorKind,
  EvidenceLevel,
  KnowledgeKind,
  Modality,
  Stage,
} from '../../schema/operations/operation-types.js';
import type { PageContext } from '../page-context.js';
import { type ActiveFilter, type FilterName, idOf } from './search-filters.js';

/** What the values of filters are called, also those that no facet lists. */
export class ValueNames {
  private constructor(
    private readonly context: PageContext,
    private readonly known: ReadonlyMap<string, string>,
  ) {}

  /** Asks the hub once for all names of codes. */
  static async of(context: PageContext, active: readonly ActiveFilter[]): Promise<ValueNames> {
    const ids = active.filter(({ parameter }) => !parameter.values).map(idOf);
    if (ids.length === 0) return new ValueNames(context, new Map());
    const { nodes } = await context.ask('labels', { ids });
    const named = ids.flatMap((id, index) => {
      const node = nodes[index];
      return node && 'name' in node ? [[id, node.name] as const] : [];
    });
    return new ValueNames(context, new Map(named));
  }

  /** Whether the hub knows the value; enums are known by themselves. */
  knows(filter: ActiveFilter): boolean {
    return filter.parameter.values !== undefined || this.known.has(idOf(filter));
  }

  /** The code itself where it has no name. */
  of(filter: ActiveFilter): string {
    return enumName(this.context, filter) ?? this.known.get(idOf(filter)) ?? filter.value;
  }
}

/** The texts of the interface have the names of what the contract lists. */
const ENUM_NAMES: Partial<Record<FilterName, (context: PageContext, value: string) => string>> = {
  kind: ({ t }, value) => t(`kind.${value as KnowledgeKind}`),
  stage: ({ t }, value) => t(`stage.${value as Stage}`),
  actorKind: ({ t }, value) => t(`actorKind.${value as ActorKind}`),
  modality: ({ t }, value) => t(`modality.${value as Modality}`),
  evidence: ({ t }, value) => t(`evidence.${value as EvidenceLevel}`),
  inForce: ({ t }, value) => t(`inForce.${value as 'true' | 'false'}`),
  language: ({ texts }, value) => capitalised(texts.languageName(value), texts.locale),
};

/** Null for codes of the vocabularies. */
export const enumName = (context: PageContext, { parameter, value }: ActiveFilter): string | null =>
  ENUM_NAMES[parameter.name]?.(context, value) ?? null;

const capitalised = (text: string, locale: string): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
