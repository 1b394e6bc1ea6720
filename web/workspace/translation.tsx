import { Icon } from '../layout/icon.js';
import type { TextKey } from '../texts/texts.js';
import { Changes } from './changes.js';
import { EnterSaves } from './enter-saves.js';
import { type FormParts, TextInput } from './form-field.js';
import { ProblemList } from './problem-list.js';
import { fieldOf, problemText } from './problem-texts.js';
import { LINES, mostCharacters, POINTS } from './record-fields.js';
import { RecordHeader, recordPath } from './record-header.js';
import type { TranslationView } from './translation.page.js';
import {
  filled,
  ROW_TEXTS,
  rowsOf,
  textsFor,
  translatedFields,
  translatedLists,
} from './translation-form.js';

interface TranslationProps {
  readonly view: TranslationView;
  readonly title: string;
}

/** Field by field: the original on the left, the translation on the right. */
export function Translation({ view, title }: TranslationProps) {
  const { context, record, to, problems, form } = view;
  const { t } = context;
  const isOpen = record.actions.includes('SAVE');
  const address = context.to(recordPath(record.id, `/translations/${to.toLowerCase()}`));
  return (
    <div class="page">
      <RecordHeader context={context} record={record} title={title} />
      {context.query.has('saved') && problems.length === 0 && (
        <p class="notice notice--done" role="status">
          <Icon name="check" />
          {t('editor.savedBy', { name: record.draft.savedBy.name })}
        </p>
      )}
      <ProblemList context={context} problems={problems} form={form} />
      <TranslationConflict view={view} />
      <State view={view} />
      <Since view={view} />
      {isOpen ? (
        <>
          <Machine view={view} address={address} />
          <SideBySide view={view} address={address} />
        </>
      ) : (
        <p class="notice">{t('translation.notNow')}</p>
      )}
    </div>
  );
}

function TranslationConflict({
  view: { context, choices, conflict },
}: Pick<TranslationProps, 'view'>) {
  if (!conflict) return null;
  const { t, texts } = context;
  return (
    <section class="notice notice--strong">
      <div>
        <h2 class="notice__title">{t('conflict.title')}</h2>
        <p>{t('conflict.what', { name: conflict.by, moment: texts.moment(conflict.at) })}</p>
        <Changes
          context={context}
          choices={choices}
          changes={conflict.changes}
          caption={t('conflict.theirs')}
        />
        <p>{t('conflict.ways')}</p>
        <p>
          <a href={context.to(context.path)} target="_blank" rel="noopener">
            {t('conflict.see')}
          </a>
          {' · '}
          <a href={context.to(context.path)}>{t('conflict.take')}</a>
        </p>
      </div>
    </section>
  );
}

const stateOf = ({ record, to }: TranslationView) =>
  record.draft.textStates.find(({ locale }) => locale === to);

function State({ view }: Pick<TranslationProps, 'view'>) {
  const { t } = view.context;
  const state = stateOf(view);
  return (
    <p class="standing">
      <span class="tag">{state ? t(`translation.${state.status}`) : t('translations.none')}</span>
      {state?.isStale && <span class="tag tag--due">{t('translations.stale')}</span>}
    </p>
  );
}

/** What moved in the original since it was translated. */
function Since({ view: { context, choices, changes } }: Pick<TranslationProps, 'view'>) {
  if (changes.length === 0) return null;
  const { t } = context;
  return (
    <section aria-labelledby="since">
      <h2 id="since">{t('translation.since')}</h2>
      <Changes
        context={context}
        choices={choices}
        changes={changes}
        caption={t('translation.since')}
      />
    </section>
  );
}

interface FormProps extends Pick<TranslationProps, 'view'> {
  readonly address: string;
}

function Machine({ view, address }: FormProps) {
  const { t } = view.context;
  return (
    <form class="machine" method="post" action={address}>
      <input type="hidden" name="expectedVersion" value={view.record.version} />
      <button type="submit" class="button button--quiet" name="do" value="machine">
        {t('translation.machine')}
      </button>
      <span class="entry__hint">
        {t(stateOf(view) ? 'translation.machineReplaces' : 'translation.machineHint')}
      </span>
    </form>
  );
}

function SideBySide({ view, address }: FormProps) {
  const { context, record, to, form, problems } = view;
  const { t, texts } = context;
  const { content } = record.draft;
  const from = content.originalLocale ?? 'ES';
  const faults = new Map(
    problems.map((problem) => [fieldOf(problem) ?? '', problemText(context, problem, form)]),
  );
  const parts: FormParts = { context, form, faults, lang: to.toLowerCase() };
  const original = textsFor(content, from);
  return (
    <form class="writing side-by-side" method="post" action={address}>
      <input type="hidden" name="expectedVersion" value={record.version} />
      <EnterSaves context={context} />
      <p class="side-by-side__heads" aria-hidden="true">
        <strong>{t('translation.original', { language: texts.languageName(from) })}</strong>
        <strong>{texts.languageName(to)}</strong>
      </p>
      {translatedFields(content, record.kind, to).map((field) => (
        <Pair
          key={field}
          parts={parts}
          name={field}
          label={t(`field.${field}`)}
          original={filled(original[field])}
          from={from}
        />
      ))}
      {translatedLists(record.kind).map((list) => (
        <RowPairs key={list} view={view} parts={parts} list={list} from={from} />
      ))}
      {record.actions.includes('ASSIGN') && (
        <p class="writing__buttons">
          <button type="submit" class="button button--quiet" name="do" value="HUMAN">
            {t('translation.readHuman')}
          </button>
          <button type="submit" class="button button--quiet" name="do" value="MACHINE_REVIEWED">
            {t('translation.readMachine')}
          </button>
        </p>
      )}
      <div class="save-bar">
        <button type="submit" class="button" name="do" value="save">
          {view.conflict ? t('conflict.overwrite') : t('editor.save')}
        </button>
      </div>
    </form>
  );
}

interface RowPairsProps extends Pick<TranslationProps, 'view'> {
  readonly parts: FormParts;
  readonly list: keyof typeof ROW_TEXTS;
  readonly from: string;
}

function RowPairs({ view, parts, list, from }: RowPairsProps) {
  const { t } = view.context;
  return rowsOf(view.record.draft.content, list).map((row, place) => {
    const own = row.texts.find(({ locale }) => locale === from);
    return ROW_TEXTS[list].map((field) => {
      const name = `${list}.${place}.${field}`;
      const original = own?.[field] ?? '';
      if (!original && !parts.form.get(name)) return null;
      const label = `${t(`row.${list}`, { number: place + 1 })}: ${t(`part.${list}-${field}` as TextKey)}`;
      return (
        <Pair key={name} parts={parts} name={name} label={label} original={original} from={from} />
      );
    });
  });
}

interface PairProps {
  readonly parts: FormParts;
  readonly name: string;
  readonly label: string;
  readonly original: string;
  readonly from: string;
}

const LETTERS_A_LINE = 45;
const MOST_LINES = 16;

function Pair({ parts, name, label, original, from }: PairProps) {
  const isLong = !LINES.has(name) && !name.includes('.');
  const lines = Math.min(Math.ceil(original.length / LETTERS_A_LINE) + 1, MOST_LINES);
  const hasLimit = !name.includes('.') && !POINTS.has(name);
  return (
    <div class="side-by-side__pair">
      <div>
        <p class="side-by-side__label">{label}</p>
        <p class="changes__text" lang={from.toLowerCase()}>
          {original || '—'}
        </p>
      </div>
      <TextInput
        parts={parts}
        name={name}
        label={label}
        rows={isLong || name.endsWith('.text') ? Math.max(lines, 2) : 1}
        most={hasLimit ? mostCharacters(name) : undefined}
      />
    </div>
  );
}
