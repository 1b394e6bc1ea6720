import type { ComponentChildren } from 'preact';
import type { FormFault } from './form-problems.js';

export interface FieldProps {
  /** Also its id, unless that is given. */
  readonly name: string;
  readonly label: string;
  readonly id?: string;
  /** Told before anybody types. */
  readonly hint?: string;
  readonly faults?: readonly FormFault[];
}

interface InputAttributes {
  readonly type: 'text' | 'email' | 'password' | 'number' | 'date';
  readonly value?: string | number;
  readonly autocomplete?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly autocapitalize?: 'none';
  readonly spellcheck?: boolean;
}

interface TextFieldProps extends FieldProps {
  readonly input: InputAttributes;
  /** Beside the input. */
  readonly children?: ComponentChildren;
}

/** A line of text with its label; what is wrong with it is said at it. */
export function TextField({ input: { type, ...input }, children, ...field }: TextFieldProps) {
  const { id, fault, describedBy } = partsOf(field);
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      <FieldNotes id={id} hint={field.hint} fault={fault} />
      <div class="field__row">
        <input
          {...input}
          // The attributes go with each of the types; a union of them is beyond Preact's own types.
          type={type as 'text'}
          id={id}
          name={field.name}
          aria-invalid={fault ? 'true' : undefined}
          aria-describedby={describedBy}
        />
        {children}
      </div>
    </div>
  );
}

interface TextAreaFieldProps extends FieldProps {
  readonly value: string;
  readonly rows: number;
  /** Code: nothing of it is a word of a language. */
  readonly isCode?: boolean;
}

/** Several lines of text. */
export function TextAreaField({ value, rows, isCode, ...field }: TextAreaFieldProps) {
  const { id, fault, describedBy } = partsOf(field);
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      <FieldNotes id={id} hint={field.hint} fault={fault} />
      <textarea
        id={id}
        name={field.name}
        rows={rows}
        class={isCode ? 'code' : undefined}
        autocapitalize="none"
        spellcheck={false}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={describedBy}
      >
        {value}
      </textarea>
    </div>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

/** One of a few. */
export function SelectField({ value, options, ...field }: SelectFieldProps) {
  const { id, fault, describedBy } = partsOf(field);
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      <FieldNotes id={id} hint={field.hint} fault={fault} />
      <select
        id={id}
        name={field.name}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={describedBy}
      >
        {options.map(([of, text]) => (
          <option key={of} value={of} selected={of === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface CheckFieldsProps extends FieldProps {
  readonly values: readonly string[];
  readonly options: readonly (readonly [value: string, text: string, hint?: string])[];
}

/** Any of a few. */
export function CheckFields({ values, options, ...field }: CheckFieldsProps) {
  const { id, fault, describedBy } = partsOf(field);
  return (
    <fieldset class="field" id={id} aria-describedby={describedBy}>
      <legend>{field.label}</legend>
      <FieldNotes id={id} hint={field.hint} fault={fault} />
      {options.map(([value, text, hint]) => (
        <label key={value} class="field__check">
          <input type="checkbox" name={field.name} value={value} checked={values.includes(value)} />
          <span>
            {text}
            {hint && <small>{hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface FieldNotesProps {
  readonly id: string;
  readonly hint: string | undefined;
  readonly fault: FormFault | undefined;
}

function FieldNotes({ id, hint, fault }: FieldNotesProps) {
  return (
    <>
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="field__fault" id={`${id}-fault`}>
          {fault.text}
        </p>
      )}
    </>
  );
}

function partsOf({ name, id = name, hint, faults = [] }: FieldProps) {
  const fault = faults.find(({ field }) => field === id || field === name);
  const notes = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean);
  return { id, fault, describedBy: notes.length > 0 ? notes.join(' ') : undefined };
}
