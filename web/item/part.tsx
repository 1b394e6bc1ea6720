import type { ComponentChildren } from 'preact';

interface PartProps {
  readonly title: string;
  readonly text: string | null;
  readonly lang?: string;
  readonly class?: string;
}

/** A short text of a record under its name; nothing where there is none. */
export function Part({ title, text, lang, class: name = 'part' }: PartProps) {
  if (!text) return null;
  return (
    <section class={name}>
      <h2>{title}</h2>
      <Paragraphs text={text} lang={lang} />
    </section>
  );
}

interface PointsProps {
  readonly title: string;
  readonly points: readonly string[];
  readonly lang?: string;
  readonly children?: ComponentChildren;
}

/** The same for a list. */
export function Points({ title, points, lang }: PointsProps) {
  if (points.length === 0) return null;
  return (
    <section class="part">
      <h2>{title}</h2>
      <ul lang={lang}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}

/** Plain text; an empty line begins a paragraph. */
function Paragraphs({ text, lang }: { readonly text: string; readonly lang?: string }) {
  return (
    <div lang={lang}>
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
