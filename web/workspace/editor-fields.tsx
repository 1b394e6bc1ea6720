import {
  EVIDENCE_LEVELS,
  LESSON_LEVELS,
  LESSON_NATURES,
  LOCALE_CODES,
  MODALITIES,
  RIGHTS,
} from '../search/enum-values.js';
import type { TextKey } from '../texts/texts.js';
import { Checklist } from './checklist.js';
import type { EditorView } from './editor-view.js';
import { type FormParts, type Option, SelectInput, TextInput } from './form-field.js';
import { FormRowList } from './form-row-list.js';
import {
  type CodeList,
  DATES,
  hasResults,
  LINES,
  mostCharacters,
  POINTS,
  TEXTS,
  type TextField,
} from './record-fields.js';

interface PartProps {
  readonly view: EditorView;
  readonly parts: FormParts;
}

/** What has to be there before a record can be submitted, and little more. */
export function MainFields({ view, parts }: PartProps) {
  const { t } = view.context;
  const { kind } = view.record;
  const focused = (list: string) => (view.focused?.list === list ? view.focused.place : undefined);
  return (
    <>
      {TEXTS[kind].main.map((field) => (
        <Text key={field} view={view} parts={parts} field={field} />
      ))}
      {kind === 'PROTOCOL' && (
        <FormRowList
          parts={parts}
          focused={focused('steps')}
          list="steps"
          title={t('field.steps')}
          hint={t('hint.steps')}
          blanks={1}
        />
      )}
      <Codes view={view} parts={parts} list="themes" />
      <Codes view={view} parts={parts} list="countries" />
      <FormRowList
        parts={parts}
        focused={focused('sources')}
        list="sources"
        title={t('field.sources')}
        hint={t('hint.sources')}
        blanks={1}
      />
    </>
  );
}

/** All the rest; open when something in it is wrong. */
export function MoreFields({ view, parts }: PartProps) {
  const { t } = view.context;
  const { kind } = view.record;
  const isOpen = view.focused ? !['steps', 'sources'].includes(view.focused.list) : view.isAtFault;
  const focused = (list: string) => (view.focused?.list === list ? view.focused.place : undefined);
  return (
    <details class="more" id="more" open={isOpen}>
      <summary>{t('editor.more')}</summary>
      {TEXTS[kind].more.map((field) => (
        <Text key={field} view={view} parts={parts} field={field} />
      ))}
      {hasResults(kind) && (
        <FormRowList
          parts={parts}
          list="results"
          focused={focused('results')}
          title={t('field.results')}
          hint={t('hint.results')}
        />
      )}
      <FormRowList
        parts={parts}
        list="actors"
        focused={focused('actors')}
        title={t('field.actors')}
        hint={t('hint.actors')}
      />
      {(['challenges', 'stages', 'hazards', 'sdgs'] as const).map((list) => (
        <Codes key={list} view={view} parts={parts} list={list} />
      ))}
      <div class="entries">
        <SelectFields view={view} parts={parts} />
        {DATES[kind].map((name) => (
          <TextInput
            key={name}
            parts={parts}
            name={name}
            label={t(`field.${name}` as TextKey)}
            hint={t(`hint.${name}` as TextKey)}
            type="date"
          />
        ))}
      </div>
    </details>
  );
}

const ROWS_OF: Readonly<Record<string, number>> = { summary: 3, body: 10 };

function Text({ view, parts, field }: PartProps & { readonly field: TextField }) {
  const { t } = view.context;
  const isNeeded = view.needed.has(field);
  const hint = POINTS.has(field) ? 'hint.points' : (`hint.${field}` as TextKey);
  return (
    <TextInput
      parts={parts}
      name={field}
      label={t(`field.${field}`)}
      hint={t(hint)}
      isNeeded={isNeeded}
      most={POINTS.has(field) ? undefined : mostCharacters(field)}
      rows={LINES.has(field) ? 1 : (ROWS_OF[field] ?? 4)}
    />
  );
}

function Codes({ view, parts, list }: PartProps & { readonly list: CodeList }) {
  const { t } = view.context;
  return (
    <Checklist
      parts={parts}
      name={list}
      label={t(`field.${list}`)}
      hint={t(`hint.${list}`)}
      choices={view.choices.lists[list]}
      isNeeded={view.needed.has(list)}
    />
  );
}

interface Pick {
  readonly name: string;
  readonly options: readonly Option[];
  /** Without it a value has to be chosen. */
  readonly none?: string;
}

function SelectFields({ view, parts }: PartProps) {
  const { t } = view.context;
  return selectsOf(view).map(({ name, options, none }) => (
    <SelectInput
      key={name}
      parts={parts}
      name={name}
      label={t(`field.${name}` as TextKey)}
      hint={name === 'originalLocale' ? t('hint.originalLocale') : undefined}
      options={options}
      none={none}
    />
  ));
}

function selectsOf({ context, record, choices }: EditorView): readonly Pick[] {
  const { t, texts } = context;
  const named = <T extends string>(values: readonly T[], family: string): readonly Option[] =>
    values.map((value) => ({ value, name: t(`${family}.${value}` as TextKey) }));
  const none = t('form.notSaid');
  const { kind } = record;
  return [
    ...(kind === 'LESSON_LEARNED'
      ? [
          { name: 'nature', options: named(LESSON_NATURES, 'nature') },
          { name: 'level', options: named(LESSON_LEVELS, 'level'), none },
        ]
      : []),
    ...(kind === 'CASE_STUDY'
      ? [{ name: 'stillRunning', options: named(['yes', 'no'], 'running'), none }]
      : []),
    { name: 'evidence', options: named(EVIDENCE_LEVELS, 'evidence') },
    { name: 'rights', options: named(RIGHTS, 'rights') },
    { name: 'modality', options: named(MODALITIES, 'modality'), none },
    {
      name: 'event',
      options: choices.events.map(({ code, name }) => ({ value: code, name })),
      none,
    },
    {
      name: 'originalLocale',
      options: LOCALE_CODES.map((value) => ({ value, name: texts.languageName(value) })),
    },
  ];
}
