import type { Problem } from '../../schema/problem.js';
import { ProblemCode } from '../../schema/problem-code.js';
import type { ThematicAreaInput } from '../../schema/thesaurus-changes.js';
import type { AuditTrail } from '../auth/audit-trail.js';
import { authorize } from '../auth/permissions.js';
import type { Viewer } from '../auth/viewer.js';
import { conflict, HubProblems, problem } from '../errors.js';
import { keyedId } from '../ids.js';
import { LOCALES, type Locale, type LocalizedText } from '../locale.js';
import { isReadable, UNREADABLE } from '../publishing/readable-text.js';
import type { Reference } from '../reference/reference.js';
import type { ConceptModel } from './concept.model.js';

const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_CODE = 60;
const LONGEST_LABEL = 120;
const MOST_SYNONYMS = 20;
const MOST_THEMES = 500;
const DUPLICATE_KEY = 11_000;

export interface ThesaurusParts {
  readonly model: ConceptModel;
  readonly audit: AuditTrail;
  /** To be called after a change: names are shown and indexed with every record. */
  readonly changed: () => Promise<void>;
}

/** Curators keep the thematic areas: new ones, better labels, more synonyms, another place in the tree. */
export class ThesaurusService {
  constructor(private readonly parts: ThesaurusParts) {}

  /** Gives the new version. Throws `HubProblems` for wrong values, `CONFLICT` when it has moved on. */
  async save(
    viewer: Viewer,
    input: ThematicAreaInput,
    expectedVersion: number,
    reference: Reference,
  ): Promise<number> {
    authorize(viewer, 'saveThematicArea', null);
    const problems = problemsOf(input, reference);
    if (problems.length > 0) throw new HubProblems(problems);
    const version = await this.write(input, expectedVersion, reference);
    await this.parts.audit.record({
      memberId: viewer.memberId,
      action: 'thesaurus.saved',
      target: keyedId('theme', input.code),
    });
    await this.parts.changed();
    return version;
  }

  private async write(
    { code, labels, synonyms, broader }: ThematicAreaInput,
    expectedVersion: number,
    reference: Reference,
  ): Promise<number> {
    const { model } = this.parts;
    const _id = keyedId('theme', code);
    const isKnown = reference.themes.has(code);
    const version = expectedVersion + 1;
    const name = toText(labels);
    const aliases = Object.fromEntries(
      (synonyms ?? []).map(({ locale, texts }) => [locale, texts]),
    );
    if (!isKnown && expectedVersion === 0) {
      const position = reference.records.concepts.length;
      const concept = { _id, scheme: 'theme', code, position, name, aliases, version };
      await model.collection
        .insertOne({ ...concept, ...(broader ? { broader } : {}) } as object)
        .catch(asConflict);
      return version;
    }
    const found = await model.collection.findOneAndUpdate(
      { _id, version: expectedVersion === 0 ? null : expectedVersion } as object,
      {
        $set: { name, aliases, version, ...(broader ? { broader } : {}) },
        ...(broader ? {} : { $unset: { broader: '' } }),
      } as object,
    );
    if (found) return version;
    throw conflict((await model.findById(_id).lean())?.version ?? 0);
  }
}

function asConflict(error: unknown): never {
  throw (error as { code?: number }).code === DUPLICATE_KEY ? conflict(1) : error;
}

function problemsOf(input: ThematicAreaInput, { themes, records }: Reference): readonly Problem[] {
  const { code, labels, synonyms, broader } = input;
  const invalid = (field: string, message: string) => problem(ProblemCode.INVALID, message, field);
  const name = toText(labels);
  const isNew = !themes.has(code);
  return [
    ...(code.length <= LONGEST_CODE && CODE.test(code)
      ? []
      : [invalid('code', 'Lower-case letters, digits and hyphens; at most 60.')]),
    ...LOCALES.filter((locale) => !name[locale]).map((locale) =>
      invalid(`labels.${locale}`, 'A theme has a label in each of the four languages.'),
    ),
    ...[...labels.map(({ text }) => text), ...(synonyms ?? []).flatMap(({ texts }) => texts)]
      .filter((text) => text.trim() === '' || text.length > LONGEST_LABEL || !isReadable(text))
      .map((text) =>
        isReadable(text)
          ? invalid('labels', `A label or synonym has 1 to ${LONGEST_LABEL} characters.`)
          : invalid('labels', UNREADABLE),
      ),
    ...((synonyms ?? []).some(({ texts }) => texts.length > MOST_SYNONYMS)
      ? [invalid('synonyms', `At most ${MOST_SYNONYMS} in each language.`)]
      : []),
    ...(broader && !themes.has(broader) ? [invalid('broader', 'There is no such theme.')] : []),
    ...(broader && !isNew && themes.withNarrower(code).includes(broader)
      ? [invalid('broader', 'A theme cannot lie below itself.')]
      : []),
    ...(isNew && records.concepts.length >= MOST_THEMES
      ? [problem(ProblemCode.LIMIT_REACHED, `The thesaurus holds at most ${MOST_THEMES} concepts.`)]
      : []),
  ];
}

const toText = (labels: ThematicAreaInput['labels']): LocalizedText =>
  Object.fromEntries(labels.map(({ locale, text }) => [locale, text.trim()])) as Record<
    Locale,
    string
  >;
