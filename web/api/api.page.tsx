import { DATA_FILES, DataLinks } from '../discovery/data-links.js';
import { FEED_FORMATS } from '../feeds/feed-formats.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { type ApiExample, runExamples } from './api-examples.js';

/** How to use the API, with examples that were run for this page. */
export async function apiPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const examples = await runExamples(context);
  return renderDocument(context, {
    title: t('api.title'),
    description: t('api.lead'),
    head: <DataLinks context={context} />,
    children: (
      <div class="page page--narrow">
        <h1>{t('api.title')}</h1>
        <p class="lead">{t('api.lead')}</p>
        <Start context={context} />
        {examples.map((example) => (
          <Example key={example.name} context={context} example={example} />
        ))}
        <Next context={context} />
      </div>
    ),
  });
}

interface ApiProps {
  readonly context: PageContext;
}

function Start({ context }: ApiProps) {
  const { t } = context;
  return (
    <section>
      <h2>{t('api.start')}</h2>
      <p>
        {t('api.start.address')} <code>{context.absolute('/graphql')}</code>
      </p>
      <p>{t('api.start.language')}</p>
      <p>
        <a class="button" href="/graphql">
          {t('api.start.ide')}
        </a>
      </p>
    </section>
  );
}

interface ExampleProps extends ApiProps {
  readonly example: ApiExample;
}

function Example({ context, example }: ExampleProps) {
  const { t } = context;
  const { name, query, curl, answer } = example;
  return (
    <section class="example" id={name}>
      <h2>{t(`api.example.${name}`)}</h2>
      <p>{t(`api.hint.${name}`)}</p>
      <h3>{t('api.query')}</h3>
      <pre lang="en">
        <code>{query}</code>
      </pre>
      <h3>{t('api.curl')}</h3>
      <pre lang="en">
        <code class="example__curl">{curl}</code>
      </pre>
      <h3>{t('api.answer')}</h3>
      <pre>
        <code class="example__answer">{answer}</code>
      </pre>
    </section>
  );
}

function Next({ context }: ApiProps) {
  const { t } = context;
  return (
    <section>
      <h2>{t('api.next')}</h2>
      <ul>
        <li>
          <a href="/graphql">{t('api.next.ide')}</a>
        </li>
        <li>{t('api.next.docs')}</li>
        <li>
          <a href={context.to('/partner-guide')}>{t('api.next.partners')}</a>
        </li>
        <li>
          {t('api.next.feeds')}{' '}
          {FEED_FORMATS.map(({ path, name }) => (
            <>
              <a href={context.to(path)}>{name}</a>{' '}
            </>
          ))}
        </li>
        <li>
          {t('api.next.assistants')} <code>{context.absolute('/mcp')}</code>
        </li>
        <li>
          {t('api.next.harvest')} <code>{context.absolute('/oai')}</code>
        </li>
        <li>
          {t('api.next.data')}{' '}
          {DATA_FILES.map(({ path, name }) => (
            <>
              <a href={path}>{name}</a>{' '}
            </>
          ))}
        </li>
      </ul>
    </section>
  );
}
