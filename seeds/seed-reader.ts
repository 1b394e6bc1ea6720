import { z } from 'zod';
import type { SeedSource } from './folder.js';
import type { Placed } from './placed.js';
import { type Path, type SeedProblem, YamlFile } from './yaml-file.js';

const aList = z.array(z.unknown());

/** Turns files into checked records and remembers everything that is wrong with them. */
export class SeedReader {
  readonly problems: SeedProblem[] = [];
  /** Names of records that failed their check: whoever refers to them is not to blame. */
  readonly damaged = new Set<string>();
  /** Whole files are missing or unreadable, so that nobody can say which names exist. */
  isIncomplete = false;
  private readonly unread: Map<string, SeedSource>;

  constructor(
    private readonly folder: string,
    sources: readonly SeedSource[],
  ) {
    this.unread = new Map(sources.map((source) => [source.name, source]));
  }

  /** The list in a file; below `key` when the file holds several lists. */
  list<T>(file: YamlFile | null, schema: z.ZodType<T>, key?: string): Placed<T>[] {
    if (!file) return [];
    const path: Path = key === undefined ? [] : [key];
    const found = aList.safeParse(file.at(path));
    if (!found.success) {
      this.problems.push(file.problem(path, 'has to be a list of records'));
      return [];
    }
    return found.data.flatMap((data, index) => this.check(file, schema, data, [...path, index]));
  }

  /** One record a file. */
  record<T>(file: YamlFile, schema: z.ZodType<T>): Placed<T>[] {
    return this.check(file, schema, file.data, []);
  }

  /** A file that has to be there; null when it cannot be used. */
  file(name: string): YamlFile | null {
    const source = this.unread.get(name);
    if (source) return this.parse(source);
    this.problems.push({ file: `${this.folder}/${name}`, line: null, message: 'is missing' });
    this.isIncomplete = true;
    return null;
  }

  /** All files of a subfolder that can be used. */
  files(subfolder: string): YamlFile[] {
    const inside = [...this.unread.values()].filter(
      ({ name }) => name.startsWith(`${subfolder}/`) && name.split('/').length === 2,
    );
    return inside.flatMap((source) => this.parse(source) ?? []);
  }

  /** Files that nothing reads are a mistake: somebody believes that they are part of the content. */
  refuseLeftovers(): void {
    for (const name of this.unread.keys())
      this.problems.push({
        file: `${this.folder}/${name}`,
        line: null,
        message: 'is not part of the content; see the table in seeds/README.md',
      });
  }

  private parse(source: SeedSource): YamlFile | null {
    this.unread.delete(source.name);
    const file = new YamlFile(`${this.folder}/${source.name}`, source.content);
    this.problems.push(...file.syntaxProblems);
    if (file.syntaxProblems.length === 0) return file;
    this.isIncomplete = true;
    return null;
  }

  private check<T>(file: YamlFile, schema: z.ZodType<T>, data: unknown, path: Path): Placed<T>[] {
    const result = schema.safeParse(data);
    if (result.success) return [{ value: result.data, file, path }];
    this.problems.push(...file.problemsOf(result.error, path));
    for (const key of ['slug', 'code']) {
      const name = file.at([...path, key]);
      if (typeof name === 'string') this.damaged.add(name);
    }
    return [];
  }
}
