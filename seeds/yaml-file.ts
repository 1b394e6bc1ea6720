import { type Document, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { z } from 'zod';
import { suggestion } from './suggestion.js';

/** Where in a file a value stands: keys of objects and places in lists. */
export type Path = readonly (string | number)[];

/** One thing that is wrong in the content, for the person who edits it. */
export interface SeedProblem {
  readonly file: string;
  /** Null when the file itself is the problem. */
  readonly line: number | null;
  readonly message: string;
}

/** A parsed file that can say on which line each of its values stands. */
export class YamlFile {
  readonly data: unknown;
  /** What keeps the file from being read at all. */
  readonly syntaxProblems: readonly SeedProblem[];
  private tree: Document | null = null;

  constructor(
    readonly name: string,
    private readonly content: string,
  ) {
    const document = parse(content);
    this.syntaxProblems = document.errors.map(({ message, pos }) => ({
      file: name,
      line: this.lineAt(pos[0]),
      message: `is not valid YAML: ${message}`,
    }));
    this.data = this.syntaxProblems.length > 0 ? null : document.toJS();
  }

  problem(path: Path, message: string): SeedProblem {
    const where = pathText(path);
    return {
      file: this.name,
      line: this.lineOf(path),
      message: where ? `${where}: ${message}` : message,
    };
  }

  /** What a failed check says about the value at `base`, in the words of the file. */
  problemsOf(error: z.ZodError, base: Path = []): SeedProblem[] {
    return error.issues.flatMap((issue) => {
      const path = [...base, ...issue.path.map(asKey)];
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => this.problem([...path, key], issue.message));
      return [this.problem(path, describeIssue(issue, this.at(path)))];
    });
  }

  /** What the file holds there; undefined when nothing. */
  at(path: Path): unknown {
    return path.reduce<unknown>(
      (value, key) => (isObject(value) ? value[String(key)] : undefined),
      this.data,
    );
  }

  /** The line of the key or list entry; of the nearest one around it where there is none. */
  private lineOf(path: Path): number {
    // The tree is only worth its memory when something is wrong: good files are parsed once.
    this.tree ??= parse(this.content);
    let node: unknown = this.tree.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const key of path) {
      const next = child(node, key);
      if (!next) break;
      offset = next.offset;
      node = next.value;
    }
    return this.lineAt(offset);
  }

  private lineAt(offset: number): number {
    return this.content.slice(0, offset).split('\n').length;
  }
}

const parse = (content: string): Document => parseDocument(content, { prettyErrors: false });

function child(node: unknown, key: string | number): { offset: number; value: unknown } | null {
  if (isSeq(node)) {
    const value = node.items[Number(key)];
    return isNode(value) ? { offset: value.range?.[0] ?? 0, value } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((entry) => isScalar(entry.key) && String(entry.key.value) === key);
  if (!pair || !isScalar(pair.key)) return null;
  return { offset: pair.key.range?.[0] ?? 0, value: pair.value };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const asKey = (key: PropertyKey): string | number => (typeof key === 'number' ? key : String(key));

const pathText = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');

function describeIssue(issue: z.core.$ZodIssue, given: unknown): string {
  if (given === undefined) return 'is missing';
  if (issue.code === 'invalid_value') return refused(given, issue.values);
  if (issue.code === 'invalid_union' && 'options' in issue && issue.options)
    return refused(given, issue.options);
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return `has to be of type ${issue.expected}, not ${shown(given)}`;
  return issue.message;
}

const refused = (given: unknown, allowed: readonly unknown[]): string =>
  `${shown(given)} is not allowed${suggestion(String(given), allowed.map(String))}`;

/** What is written in the file, cut short; lists and objects are named by their type. */
const shown = (given: unknown): string => {
  if (Array.isArray(given)) return 'a list';
  if (isObject(given)) return 'an object';
  return JSON.stringify(given).slice(0, 60);
};
