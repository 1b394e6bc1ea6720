import { LOCALES, type Locale } from '../../locale.js';
import { foldWord } from '../words/fold.js';
import { editsAllowed } from '../words/spelling.js';
import { wordsOf } from '../words/tokens.js';
import type { TypedWord } from '../words/typed-query.js';
import { MOST_HITS, RANKED_FIELDS } from './index-settings.js';
import {
  fieldName,
  type IndexedDocument,
  type MachineField,
  type TextField,
} from './indexed-document.js';
import { answeredBy, type SearchedWord } from './typed-word-match.js';

/** A record that holds enough of what was typed. */
export interface RankedHit {
  readonly key: string;
  readonly id: string;
  readonly score: number;
}

export type Hit = Pick<IndexedDocument, 'key' | 'id' | 'inForce'> &
  Partial<IndexedDocument> & {
    _rankingScore?: number;
  };

export interface Answer {
  readonly hits: readonly Hit[];
  readonly estimatedTotalHits?: number;
}

interface Weighed extends SearchedWord {
  readonly weight: number;
}

const HELD_PART = 0.25;
const ROUNDING = 1e-9;
const PRECISION = 1e6;
/** How well a word in each field answers; the same as in the embedded search. */
const FIELD_QUALITY: Readonly<Record<TextField | MachineField, number>> = {
  title: 1,
  labels: 0.62,
  summary: 0.5,
  body: 0.32,
  machineTitle: 0.8,
  machineSummary: 0.4,
  machineBody: 0.256,
};
const ATTRIBUTES = RANKED_FIELDS.length * LOCALES.length;
/** Parts of the query's weight, so that scores stay when records come and go. */
const WHOLE_QUERY = 0.1;
/** What a title gains that consists of the words typed and nothing else. */
const WHOLE_TITLE = 0.25;
const SPELLED_OTHERWISE = 0.01;
const LOOKED_AT = 30;
const NOT_IN_FORCE = 0.85;

/** Sums what the engine's answers say about each record. */
export class HitBoard {
  private readonly records = new Map<string, { hit: Hit; held: number; score: number }>();
  private readonly weighed: Weighed[] = [];
  private total = 0;

  constructor(
    private readonly recordCount: number,
    private readonly locale: Locale,
  ) {}

  get words(): readonly SearchedWord[] {
    return this.weighed;
  }

  addWord(typed: TypedWord, { hits, estimatedTotalHits }: Answer = { hits: [] }): void {
    const allowed = typed.isAcronym ? 0 : editsAllowed(typed.folded);
    const typos = (hit: Hit) => typosOf(hit._rankingScore ?? 0, allowed);
    const fewest = Math.min(...hits.map(typos));
    // As long as a record holds the word as it was typed, other spellings are other words.
    const kept = hits.filter((hit) => typos(hit) === fewest);
    const isWhole = kept.length === hits.length;
    const holders = isWhole ? (estimatedTotalHits ?? kept.length) : kept.length;
    const weight = kept.length === 0 ? 0 : Math.log(1 + this.recordCount / (holders + 0.5));
    this.total += weight;
    this.weighed.push({ typed, isMisspelled: kept.length > 0 && fewest > 0, weight });
    for (const hit of kept) {
      const record = this.records.get(hit.key) ?? { hit, held: 0, score: 0 };
      record.held += weight;
      record.score += weight * qualityOf(hit._rankingScore ?? 0, fewest, allowed);
      this.records.set(hit.key, record);
    }
  }

  /** Hits for all words together: how near to each other they are. */
  addWhole(hits: readonly Hit[]): void {
    for (const hit of hits) {
      const record = this.records.get(hit.key);
      if (record) record.score += this.total * WHOLE_QUERY * (hit._rankingScore ?? 0);
    }
  }

  /** Looks into the texts of the best: what a title leaves out, and how words are spelled. */
  addTexts(hits: readonly Hit[]): void {
    const answered = answeredBy(this.weighed, this.locale);
    for (const hit of hits.slice(0, LOOKED_AT)) {
      const record = this.records.get(hit.key);
      if (!record) continue;
      const title = wordsOf(hit[fieldName('title', this.locale)] ?? '');
      const summary = wordsOf(hit[fieldName('summary', this.locale)] ?? '');
      record.score += WHOLE_TITLE * this.coverage(title.map(answered));
      record.score -= this.total * SPELLED_OTHERWISE * this.otherSpellings([...title, ...summary]);
    }
  }

  hits(): readonly RankedHit[] {
    const least = this.total * HELD_PART - ROUNDING;
    const held = [...this.records.values()].filter((record) => record.held >= least);
    const ranked = held.map(({ hit, score }) => {
      const part = (score / this.total) * (hit.inForce === false ? NOT_IN_FORCE : 1);
      return { key: hit.key, id: hit.id, score: Math.round(part * PRECISION) / PRECISION };
    });
    ranked.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
    return ranked.slice(0, MOST_HITS);
  }

  /** Weight of the typed words in a title, less the more other words it has. */
  private coverage(answers: readonly number[]): number {
    const matched = answers.filter((at) => at >= 0);
    const weights = [...new Set(matched)].map((at) => this.weighed[at]?.weight ?? 0);
    const covered = weights.reduce((sum, weight) => sum + weight, 0);
    return answers.length === 0 ? 0 : covered * (matched.length / answers.length);
  }

  /** The engine takes ñ for n; between two records that are alike the exact spelling decides. */
  private otherSpellings(text: readonly string[]): number {
    const words = new Set(text);
    const folded = new Set(text.map(foldWord));
    return this.weighed.filter(({ typed }) => folded.has(typed.folded) && !words.has(typed.word))
      .length;
  }
}

/**
 * Typos are the first thing that tells hits for one word apart, so the score says how many there
 * are: without any it is in the highest of as many equal parts as there are counts. Asking for the
 * details instead takes half as long again.
 */
function typosOf(score: number, allowed: number): number {
  return allowed + 1 - Math.ceil(score * (allowed + 1) - ROUNDING);
}

/** The field comes next: each part of the scores has as many equal parts as there are attributes. */
function qualityOf(score: number, typos: number, allowed: number): number {
  const part = score * (allowed + 1) - (allowed - typos);
  const attribute = ATTRIBUTES - Math.ceil(part * ATTRIBUTES - ROUNDING);
  const field = RANKED_FIELDS[Math.floor(attribute / LOCALES.length)];
  return FIELD_QUALITY[field ?? 'body'];
}
