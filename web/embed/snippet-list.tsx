import { CodeToCopy } from './code-to-copy.js';
import { type Snippet, snippetsOf } from './snippets.js';
import type { SnippetParts } from './widget-element.js';

/** The snippets one below the other, each with what a strict policy has to allow. */
export function Snippets(props: Omit<SnippetParts, 'widget'>) {
  const { t, assets } = props.context;
  return (
    <section aria-labelledby="snippets">
      <h2 id="snippets">{t('embedThis.snippets')}</h2>
      {snippetsOf({ ...props, widget: assets.widget }).map((snippet) => (
        <One key={snippet.name} context={props.context} snippet={snippet} />
      ))}
    </section>
  );
}

interface OneProps extends Pick<SnippetParts, 'context'> {
  readonly snippet: Snippet;
}

function One({ context, snippet: { name, code, policy } }: OneProps) {
  const { t } = context;
  return (
    <section class="snippet">
      <h3>{t(`embedThis.way.${name}`)}</h3>
      <p>{t(`embedThis.hint.${name}`)}</p>
      <CodeToCopy context={context} id={`snippet-${name}`} code={code} />
      <p class="snippet__policy">
        {policy ? (
          <>
            {t('embedThis.policy')} <code>{policy}</code>
          </>
        ) : (
          t('embedThis.noPolicy')
        )}
      </p>
    </section>
  );
}
