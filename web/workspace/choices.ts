import { allActors, type NamedActor } from '../actor/all-actors.js';
import type { PageContext } from '../page-context.js';
import { STAGES } from '../search/enum-values.js';
import type { CodeList } from './record-fields.js';

/** Something to choose; `within` is the code of what it belongs under. */
export interface Choice {
  readonly code: string;
  readonly name: string;
  readonly within?: string;
}

/** All that a record can be filed under, by its names in the reader's language. */
export class Choices {
  private constructor(
    readonly lists: Readonly<Record<CodeList, readonly Choice[]>>,
    readonly events: readonly Choice[],
    /** By id, each by a name that no other has. */
    readonly actors: ReadonlyMap<string, string>,
    private readonly actorIds: ReadonlyMap<string, string>,
  ) {}

  static async load(context: PageContext): Promise<Choices> {
    const [known, actors] = await Promise.all([
      context.ask('editor-choices', {}),
      allActors(context),
    ]);
    const lists = {
      themes: known.thematicAreas.map(({ code, name, broader }) => ({
        code,
        name,
        within: broader?.code,
      })),
      countries: known.countries,
      challenges: known.challenges.map(({ code, name }) => ({ code, name: `${code} · ${name}` })),
      stages: STAGES.map((code) => ({ code, name: context.t(`stage.${code}`) })),
      hazards: known.hazards,
      sdgs: known.sustainableDevelopmentGoals.map(({ code, name }) => ({
        code,
        name: `${code} · ${name}`,
        within: code.includes('.') ? code.split('.', 1)[0] : undefined,
      })),
    };
    const events = known.events.nodes.map(({ id, name }) => ({ code: id, name }));
    return new Choices(lists, events, labelled(actors), idsOf(actors));
  }

  /** By name, acronym, short name in addresses, or id. */
  actorId = (typed: string): string | undefined => this.actorIds.get(fold(typed));

  actorName = (id: string): string => this.actors.get(id) ?? id;

  /** What a code is called; the code itself where the hub has forgotten it. */
  nameOf(field: string, code: string): string {
    const list = field === 'event' ? this.events : this.lists[field as CodeList];
    return list?.find((choice) => choice.code === code)?.name ?? code;
  }
}

function labelled(actors: readonly NamedActor[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    actors.map(({ id, slug, name, acronym }) => {
      const plain = acronym && acronym !== name ? `${name} (${acronym})` : name;
      const label = taken.has(plain) ? `${plain} [${slug}]` : plain;
      taken.add(label);
      return [id, label];
    }),
  );
}

/** A whole name wins over somebody else's acronym. */
function idsOf(actors: readonly NamedActor[]): ReadonlyMap<string, string> {
  const labels = labelled(actors);
  const ids = new Map<string, string>();
  const add = (text: string | null | undefined, id: string) => {
    const key = fold(text ?? '');
    if (key && !ids.has(key)) ids.set(key, id);
  };
  for (const { id } of actors) add(labels.get(id), id);
  for (const { id, name } of actors) add(name, id);
  for (const { id, acronym, slug } of actors) {
    add(acronym, id);
    add(slug, id);
    add(id, id);
  }
  return ids;
}

const fold = (text: string): string => text.trim().toLowerCase();
