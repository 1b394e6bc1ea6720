import { SelectField } from '../form/field.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { FILTER_PARAMETERS } from '../search/search-filters.js';
import { ChoiceFields, LookFields } from './choice-fields.js';
import { readFilterNames } from './choice-names.js';
import { CHOICES, type EmbedChoice, embeddingFor, lookOf, readChoice } from './embed-choice.js';
import { describe } from './embedded-subject.js';
import { type Embedding, frameAddress, frameSearch, isReadyMade } from './embedding.js';
import { Frame } from './frame.js';
import { Snippets } from './snippet-list.js';

const PREVIEW_HEIGHT = 480;

/** Where a partner's webmaster chooses what to show, sees it, and copies it. */
export async function embedThisPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  const choice = readChoice(context);
  const names = await readFilterNames(context);
  const embedding = embeddingFor(choice);
  const title = embedding && (await titleOf(context, choice, embedding));
  return renderDocument(context, {
    title: t('embedThis.title'),
    description: t('embedThis.lead'),
    islands: ['embed-this'],
    // What partners call their queries changes without anything public changing.
    isPartial: choice.what === 'stored',
    children: (
      <div class="page">
        <h1>{t('embedThis.title')}</h1>
        <p class="lead">{t('embedThis.lead')}</p>
        <LeftOut context={context} />
        <div class="embed-this">
          <form class="form" action={context.to('/embed-this')} data-embed-form>
            <What context={context} choice={choice} />
            <div data-embed-part="choice">
              <ChoiceFields context={context} choice={choice} names={names} />
            </div>
            <LookFields context={context} choice={choice} />
            <button type="submit" class="button">
              {t('embedThis.update')}
            </button>
          </form>
          <div data-embed-part="result">
            {embedding && title ? (
              <Result {...{ context, choice, embedding, title }} />
            ) : (
              <p class="notice">{t(embedding ? 'embedThis.unknown' : 'embedThis.missing')}</p>
            )}
          </div>
        </div>
      </div>
    ),
  });
}

/** A stored query has its name from its partner; without the key it is shown by its id. */
async function titleOf(context: PageContext, { locale, key }: EmbedChoice, embedding: Embedding) {
  const { id } = embedding;
  if (!isReadyMade(id)) return (key && (await context.storedTitle(id, key))) || id;
  return (await describe(context.inLanguage(locale), embedding))?.title ?? null;
}

interface ChoiceProps {
  readonly context: PageContext;
  readonly choice: EmbedChoice;
}

/** Filters of the page that somebody came from, which nobody can embed without a query of her own. */
function LeftOut({ context }: Pick<ChoiceProps, 'context'>) {
  const { t, texts, query } = context;
  const left = FILTER_PARAMETERS.filter(({ name }) => query.getAll('left').includes(name));
  if (left.length === 0) return null;
  const filters = texts.list(left.map(({ name }) => t(`filter.${name}`)));
  return <p class="notice">{t('embedThis.left', { filters })}</p>;
}

function What({ context: { t }, choice }: ChoiceProps) {
  return (
    <SelectField
      name="what"
      label={t('embedThis.what')}
      options={CHOICES.map((what) => [what, t(`embedThis.what.${what}`)] as const)}
      value={choice.what}
    />
  );
}

interface ResultProps extends ChoiceProps {
  readonly embedding: Embedding;
  readonly title: string;
}

function Result({ context, choice, embedding, title }: ResultProps) {
  const { t } = context;
  const local = context.inLanguage(choice.locale);
  const look = lookOf(choice);
  const preview = local.to(`/embed/${embedding.id}${frameSearch(embedding, look)}`);
  return (
    <>
      <section aria-labelledby="preview">
        <h2 id="preview">{t('embedThis.preview')}</h2>
        <div class="preview-room">
          <Frame
            id="preview-frame"
            src={preview}
            title={t('embedThis.previewOf', { title })}
            width="100%"
            height={PREVIEW_HEIGHT}
          />
        </div>
      </section>
      <Snippets
        context={context}
        choice={choice}
        embedding={embedding}
        title={title}
        frame={frameAddress(local, embedding, look)}
      />
      <p>
        <a href={context.to('/partner-guide')}>{t('embedThis.guide')}</a>
      </p>
    </>
  );
}
