import type { ComponentChildren } from 'preact';
import type { PageContext } from '../page-context.js';

interface GuideSectionProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function GuideSection({ id, title, children }: GuideSectionProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

interface GuideProps {
  readonly context: PageContext;
}

/** What each way needs on a page that allows nothing else. */
export function Policies({ context }: GuideProps) {
  const { t } = context;
  const { origin } = new URL(context.absolute(''));
  const rows = [
    [t('guide.widget'), `script-src ${origin}; connect-src ${origin}`],
    [t('guide.frame'), `frame-src ${origin}`],
    [t('guide.policies.height'), "script-src 'self'"],
    [t('guide.paste'), `frame-src ${origin}`],
    [t('guide.fragment'), '—'],
  ] as const;
  return (
    <GuideSection id="policies" title={t('guide.policies')}>
      <p>{t('guide.policies.how')}</p>
      <table>
        <caption class="visually-hidden">{t('guide.policies')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('guide.policies.way')}</th>
            <th scope="col">Content-Security-Policy</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([way, policy]) => (
            <tr key={way}>
              <th scope="row">{way}</th>
              <td>
                <code>{policy}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </GuideSection>
  );
}

/** Doors for programs that take everything. */
export function Harvesting({ context }: GuideProps) {
  const { t } = context;
  const doors = [
    ['OAI-PMH 2.0', '/oai?verb=Identify'],
    ['DCAT', '/catalog.ttl'],
    ['SKOS', '/thesaurus.ttl'],
    ['Atom', context.to('/feed.atom')],
    ['CSV', context.to('/search.csv')],
    ['JSON Lines', context.to('/search.jsonl')],
  ] as const;
  return (
    <GuideSection id="harvest" title={t('guide.harvest')}>
      <p>{t('guide.harvest.how')}</p>
      <ul>
        {doors.map(([name, address]) => (
          <li key={name}>
            {name}: <a href={address}>{context.absolute(address)}</a>
          </li>
        ))}
        <li>
          Model Context Protocol: <code>{context.absolute('/mcp')}</code>
        </li>
        <li>
          oEmbed: <code>{context.absolute('/oembed')}</code>
        </li>
        <li>
          <a href={context.to('/api')}>{t('guide.harvest.api')}</a>
        </li>
      </ul>
    </GuideSection>
  );
}
