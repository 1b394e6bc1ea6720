import { DataLinks } from '../discovery/data-links.js';
import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { EVIDENCE_LEVELS, KINDS, RIGHTS, TRANSLATION_STATUSES } from '../search/enum-values.js';

/** What the hub is, where its content comes from, and what its labels mean. */
export async function aboutPage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  return renderDocument(context, {
    title: t('about.title'),
    description: t('about.lead'),
    section: '/about',
    head: <DataLinks context={context} />,
    children: (
      <div class="page page--narrow">
        <h1>{t('about.title')}</h1>
        <p class="lead">{t('about.lead')}</p>
        <Explained
          title={t('about.kinds')}
          terms={KINDS.map((kind) => [t(`kind.${kind}`), t(`about.kind.${kind}`)])}
        />
        <Origin context={context} />
        <Explained
          title={t('about.evidence')}
          lead={t('about.evidence.lead')}
          terms={EVIDENCE_LEVELS.map((level) => [
            t(`evidence.${level}`),
            t(`evidenceExplained.${level}`),
          ])}
        />
        <Explained
          id="rights"
          title={t('about.rights')}
          lead={t('about.rights.lead')}
          terms={RIGHTS.map((rights) => [t(`rights.${rights}`), t(`rightsExplained.${rights}`)])}
        />
        <section>
          <h2>{t('about.languages')}</h2>
          <p>{t('about.languages.lead')}</p>
          <ul>
            {TRANSLATION_STATUSES.map((status) => (
              <li key={status}>{t(`translation.${status}`)}</li>
            ))}
          </ul>
        </section>
        <Use context={context} />
        <Licences context={context} />
      </div>
    ),
  });
}

interface ExplainedProps {
  readonly id?: string;
  readonly title: string;
  readonly lead?: string;
  readonly terms: readonly (readonly [name: string, meaning: string])[];
}

/** A section that says what each of some words means. */
function Explained({ id, title, lead, terms }: ExplainedProps) {
  return (
    <section id={id}>
      <h2>{title}</h2>
      {lead && <p>{lead}</p>}
      <dl class="explained">
        {terms.map(([name, meaning]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface AboutProps {
  readonly context: PageContext;
}

function Origin({ context }: AboutProps) {
  const { t } = context;
  return (
    <section>
      <h2>{t('about.origin')}</h2>
      <p>{t('about.origin.meeting')}</p>
      <p>{t('about.origin.words')}</p>
      <p>
        <a href={context.to('/events')}>{t('about.origin.meetings')}</a>
      </p>
    </section>
  );
}

function Use({ context }: AboutProps) {
  const { t } = context;
  return (
    <section>
      <h2>{t('about.use')}</h2>
      <p>
        {t('about.use.text')} <a href={context.to('/api')}>{t('about.use.api')}</a>
      </p>
    </section>
  );
}

function Licences({ context: { t } }: AboutProps) {
  return (
    <section>
      <h2>{t('about.licences')}</h2>
      <ul>
        <li>{t('about.licences.code')}</li>
        <li>{t('about.licences.countries')}</li>
        <li>{t('about.licences.goals')}</li>
        <li>{t('about.licences.codes')}</li>
      </ul>
    </section>
  );
}
