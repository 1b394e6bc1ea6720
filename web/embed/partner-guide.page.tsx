import { renderDocument } from '../layout/document.js';
import type { PageAnswer } from '../page-answer.js';
import type { PageContext } from '../page-context.js';
import { CodeToCopy } from './code-to-copy.js';
import { type EmbedChoice, lookOf } from './embed-choice.js';
import { frameAddress } from './embedding.js';
import { GuideSection, Harvesting, Policies } from './guide-parts.js';
import { heightScript } from './height-script.js';
import { type SnippetName, snippetsOf } from './snippets.js';

/** From nothing to Saberes on a partner's page, in the order in which people try. */
export async function partnerGuidePage(context: PageContext): Promise<PageAnswer> {
  const { t } = context;
  return renderDocument(context, {
    title: t('guide.title'),
    description: t('guide.lead'),
    islands: ['item'],
    children: (
      <div class="page page--narrow">
        <h1>{t('guide.title')}</h1>
        <p class="lead">{t('guide.lead')}</p>
        <p>
          <a class="button" href={context.to('/embed-this')}>
            {t('guide.choose')}
          </a>
        </p>
        <OnPages context={context} />
        <OnServers context={context} />
        <Policies context={context} />
        <Harvesting context={context} />
      </div>
    ),
  });
}

interface GuideProps {
  readonly context: PageContext;
}

/** What the examples show: the newest records, in the reader's language. */
const exampleChoice = ({ locale }: PageContext): EmbedChoice => ({
  what: 'list',
  query: '',
  filters: { country: [], theme: [], kind: [], challenge: [] },
  slug: '',
  stored: '',
  key: '',
  locale,
  theme: 'auto',
  limit: 5,
  accent: null,
});

function examplesFor(context: PageContext): ReadonlyMap<SnippetName, string> {
  const choice = exampleChoice(context);
  const embedding = { id: 'newest', variables: new URLSearchParams() };
  const frame = frameAddress(context, embedding, lookOf(choice));
  const { widget } = context.assets;
  const title = context.t('embed.newest');
  const all = snippetsOf({ context, choice, embedding, frame, widget, title });
  return new Map(all.map(({ name, code }) => [name, code]));
}

/** Without an account: what anybody may show. */
function OnPages({ context }: GuideProps) {
  const { t } = context;
  const examples = examplesFor(context);
  const { origin } = new URL(context.absolute(''));
  return (
    <>
      <GuideSection id="widget" title={t('guide.widget')}>
        <p>{t('guide.widget.how')}</p>
        <CodeToCopy context={context} id="code-widget" code={examples.get('html')} />
        <p>{t('guide.widget.look')}</p>
      </GuideSection>
      <GuideSection id="frameworks" title={t('guide.frameworks')}>
        <p>{t('guide.frameworks.how')}</p>
        <CodeToCopy context={context} id="code-react" code={examples.get('react')} />
        <CodeToCopy context={context} id="code-vue" code={examples.get('vue')} />
      </GuideSection>
      <GuideSection id="frame" title={t('guide.frame')}>
        <p>{t('guide.frame.how')}</p>
        <CodeToCopy context={context} id="code-frame" code={examples.get('frame')} />
        <p>{t('guide.frame.height')}</p>
        <CodeToCopy context={context} id="code-height" code={heightScript(origin)} />
      </GuideSection>
      <GuideSection id="paste" title={t('guide.paste')}>
        <p>{t('guide.paste.how')}</p>
        <CodeToCopy context={context} id="code-paste" code={examples.get('wordpress')} />
      </GuideSection>
      <GuideSection id="fragment" title={t('guide.fragment')}>
        <p>{t('guide.fragment.how')}</p>
        <CodeToCopy context={context} id="code-fragment" code={examples.get('noScript')} />
      </GuideSection>
    </>
  );
}

/** With an account: queries of one's own. */
function OnServers({ context }: GuideProps) {
  const { t } = context;
  const asked = `curl -s -H "authorization: Bearer $SABERES_KEY" '${context.absolute('')}/embed/${t('guide.server.id')}.json?lang=${context.locale}'`;
  return (
    <>
      <GuideSection id="server" title={t('guide.server')}>
        <ol>
          <li>{t('guide.server.register')}</li>
          <li>{t('guide.server.key')}</li>
          <li>{t('guide.server.query')}</li>
          <li>{t('guide.server.ask')}</li>
        </ol>
        <CodeToCopy context={context} id="code-server" code={asked} />
        <p>
          <a href={context.to('/partners')}>{t('guide.server.partners')}</a>
        </p>
      </GuideSection>
      <GuideSection id="keys" title={t('guide.keys')}>
        <ul>
          <li>{t('guide.keys.public')}</li>
          <li>{t('guide.keys.secret')}</li>
          <li>{t('guide.keys.rotate')}</li>
          <li>{t('guide.keys.quota')}</li>
          <li>{t('guide.keys.cache')}</li>
        </ul>
      </GuideSection>
    </>
  );
}
