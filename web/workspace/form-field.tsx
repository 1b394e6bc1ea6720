import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page-context.js';
import { ROWS } from './record-fields.js';

/** What every field of a form is made from. */
export interface FormParts {
  readonly context: PageContext;
  readonly form: URLSearchParams;
  /** What is wrong, by the name of the field. */
  readonly faults: ReadonlyMap<string, string>;
  /** Of what people write, where it is not the language of the page. */
  readonly lang?: string;
}

/** The id of a field, for labels and links that lead to it. */
export const idOfField = (name: string): string =>
  Object.hasOwn(ROWS, name) ? `rows-${name}` : `f-${name.replaceAll('.', '-')}`;

interface FieldProps {
  readonly parts: FormParts;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isNeeded?: boolean;
}

interface TextProps extends FieldProps {
  readonly most?: number;
  /** Lines to show; one makes a field of a single line. */
  readonly rows?: number;
  readonly type?: 'text' | 'url' | 'date';
  readonly list?: string;
}

/** A text with its label, hint, counter and what is wrong with it. */
export function TextInput(props: TextProps) {
  const { parts, name, label, hint, isNeeded, most, rows = 1, type = 'text', list } = props;
  const value = parts.form.get(name) ?? '';
  const id = idOfField(name);
  const fault = parts.faults.get(name);
  const isProse = type === 'text' && list === undefined;
  const given = {
    id,
    name,
    'aria-invalid': fault ? ('true' as const) : undefined,
    'aria-describedby': describedBy(id, { fault, hint, most }),
    lang: isProse ? parts.lang : undefined,
  };
  return (
    <div class="entry">
      <Label parts={parts} id={id} label={label} isNeeded={isNeeded} />
      <Hint id={id} hint={hint} />
      <Fault id={id} fault={fault} />
      {rows > 1 ? (
        <textarea {...given} rows={rows} spellcheck>
          {value}
        </textarea>
      ) : (
        <input
          {...given}
          type={type === 'url' ? 'text' : type}
          inputmode={type === 'url' ? 'url' : undefined}
          value={value}
          list={list}
          autocomplete="off"
        />
      )}
      {most && (
        <p class="entry__count" id={`${id}-count`} data-most={most}>
          {`${parts.context.texts.number(value.length)} / ${parts.context.texts.number(most)}`}
        </p>
      )}
    </div>
  );
}

export interface Option {
  readonly value: string;
  readonly name: string;
}

interface SelectProps extends FieldProps {
  readonly options: readonly Option[];
  /** What stands first and means nothing; without it a value has to be chosen. */
  readonly none?: string;
}

/** One of several. */
export function SelectInput({ parts, name, label, hint, options, none }: SelectProps) {
  const value = parts.form.get(name) ?? '';
  const id = idOfField(name);
  const fault = parts.faults.get(name);
  const isOffered = value === '' || options.some((option) => option.value === value);
  const all = isOffered ? options : [...options, { value, name: value }];
  return (
    <div class="entry">
      <Label parts={parts} id={id} label={label} />
      <Hint id={id} hint={hint} />
      <Fault id={id} fault={fault} />
      <select
        id={id}
        name={name}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={describedBy(id, { fault, hint })}
      >
        {none !== undefined && <option value="">{none}</option>}
        {all.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  );
}

interface LabelProps {
  readonly parts: FormParts;
  readonly id: string;
  readonly label: string;
  readonly isNeeded?: boolean;
}

function Label({ parts: { context }, id, label, isNeeded }: LabelProps) {
  return (
    <label for={id}>
      {label}
      {isNeeded && <span class="entry__needed"> ({context.t('form.needed')})</span>}
    </label>
  );
}

export function Hint({ id, hint }: { readonly id: string; readonly hint?: string }) {
  if (!hint) return null;
  return (
    <p class="entry__hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

export function Fault({ id, fault }: { readonly id: string; readonly fault?: ComponentChildren }) {
  if (!fault) return null;
  return (
    <p class="entry__fault" id={`${id}-fault`}>
      {fault}
    </p>
  );
}

interface Described {
  readonly fault?: string;
  readonly hint?: string;
  readonly most?: number;
}

export function describedBy(id: string, { fault, hint, most }: Described): string | undefined {
  const parts = [
    ...(hint ? [`${id}-hint`] : []),
    ...(fault ? [`${id}-fault`] : []),
    ...(most ? [`${id}-count`] : []),
  ];
  return parts.length > 0 ? parts.join(' ') : undefined;
}
