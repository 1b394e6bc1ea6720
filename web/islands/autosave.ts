import type { KnowledgeKind } from '../../schema/operations/operation-types.js';
import { readForm, tidyForm } from '../workspace/record-form.js';
import { postDraft } from './post-draft.js';

/** Saved so long after the last key, and tried again so long after a failure. */
const REST_MS = 2_500;
const RETRY_MS = 10_000;

/** What can be said of a save; the words are in the page, in its language. */
export type Said = 'saving' | 'saved' | 'unsaved' | 'conflict' | 'ended' | 'failed' | 'refused';

/** Saves a form by itself while it is written in; keeps a copy nowhere but in the page. */
export class Autosave {
  /** The save that is on its way. */
  saving: Promise<void> | null = null;
  private readonly status: HTMLElement;
  private readonly actorIds: ReadonlyMap<string, string>;
  private isDirty: boolean;
  private isStopped: boolean;
  private timer = 0;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly valuesIn: (form: HTMLFormElement) => URLSearchParams,
    private readonly onSaved: () => void,
  ) {
    this.status = form.querySelector<HTMLElement>('[data-save-status]') ?? form;
    // After a conflict only a decision saves.
    this.isStopped = 'paused' in form.dataset;
    this.isDirty = 'dirty' in this.status.dataset;
    this.actorIds = readActors();
    form.addEventListener('input', (event) => {
      if (!(event.target as HTMLElement).matches('[data-filter]')) this.touch();
    });
    window.addEventListener('focus', () => this.isDirty && this.schedule(0));
    window.addEventListener('beforeunload', (event) => {
      if (this.isDirty || this.saving) event.preventDefault();
    });
  }

  /** Something was changed. */
  touch(): void {
    this.isDirty = true;
    this.schedule(REST_MS);
  }

  /** The form itself is sent: nothing more is saved, and leaving is meant. */
  leave(): void {
    this.isDirty = false;
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  say(what: Said): void {
    const { dataset } = this.status;
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { timeStyle: 'short' });
    this.status.textContent = (dataset[what] ?? '').replace('%', time.format(new Date()));
    this.status.dataset.state = what;
    if (what !== 'ended') return;
    const link = document.createElement('a');
    link.href = dataset.signIn ?? '';
    link.target = '_blank';
    link.textContent = dataset.signInText ?? '';
    this.status.append(' ', link);
  }

  private schedule(after: number): void {
    clearTimeout(this.timer);
    if (this.isStopped) return;
    this.timer = window.setTimeout(() => void this.start(), after);
  }

  private async start(): Promise<void> {
    if (this.saving || this.isStopped) return this.schedule(REST_MS);
    this.isDirty = false;
    this.saving = this.save();
    await this.saving;
    this.saving = null;
  }

  private async save(): Promise<void> {
    const { editor = '', kind } = this.form.dataset;
    const values = tidyForm(this.valuesIn(this.form), kind as KnowledgeKind);
    const actorIdOf = (label: string) => this.actorIds.get(label.trim().toLowerCase());
    const { content, faults } = readForm(values, kind as KnowledgeKind, actorIdOf);
    if (faults.length > 0) return this.remain('refused');
    const version = this.form.querySelector<HTMLInputElement>('input[name="expectedVersion"]');
    const expectedVersion = Number(version?.value);
    const answer = await postDraft({ id: editor, expectedVersion, content });
    if (typeof answer === 'string') return this.remain(answer);
    if (version) version.value = String(answer.version);
    this.say('saved');
    this.onSaved();
  }

  /** What is in the page is not stored yet. */
  private remain(why: Said): void {
    this.isDirty = true;
    this.say(why);
    if (why === 'conflict') this.isStopped = true;
    if (why === 'failed') this.schedule(RETRY_MS);
  }
}

function readActors(): ReadonlyMap<string, string> {
  const options = document.querySelectorAll<HTMLOptionElement>('#actors-known option');
  return new Map([...options].map(({ value, dataset }) => [value.toLowerCase(), dataset.id ?? '']));
}
