import type { ComponentChildren } from 'preact';
import { nameOf } from '../actor/actor-links.js';
import { isLocale, OWN_NAMES } from '../locales.js';
import type { ItemProps } from './item-data.js';

/** Who, where, about what, and how well it is known. */
export function ItemFacts({ context, item }: ItemProps) {
  const { t, texts } = context;
  return (
    <aside class="facts" aria-labelledby="facts">
      <h2 id="facts">{t('item.facts')}</h2>
      <dl>
        <Actors context={context} item={item} />
        <Fact name={t('item.where')}>{links(context, item.countries, '/countries/')}</Fact>
        <Fact name={t('item.event')}>
          {item.event && links(context, [{ ...item.event, code: item.event.slug }], '/events/')}
        </Fact>
        <Fact name={t('item.evidence')}>
          <strong>{t(`evidence.${item.evidence}`)}</strong>
          <p>{t(`evidenceExplained.${item.evidence}`)}</p>
        </Fact>
        <Fact name={t('item.verified')}>
          {item.verifiedAt ? texts.day(item.verifiedAt) : t('item.neverVerified')}
        </Fact>
        <Subjects context={context} item={item} />
        <Fact name={t('item.rights')}>
          <strong>{t(`rights.${item.rights}`)}</strong>
          <p>{t(`rightsExplained.${item.rights}`)}</p>
        </Fact>
        <Languages context={context} item={item} />
      </dl>
    </aside>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ComponentChildren;
}

function Fact({ name, children }: FactProps) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Nothing where there are none. */
function links(context: ItemProps['context'], all: readonly Named[], before: string) {
  if (all.length === 0) return null;
  return (
    <ul>
      {all.map(({ code, name }) => (
        <li key={code}>
          <a href={context.to(before + encodeURIComponent(code))}>{name}</a>
        </li>
      ))}
    </ul>
  );
}

function Actors({ context, item }: ItemProps) {
  if (item.actors.length === 0) return null;
  const { t } = context;
  return (
    <Fact name={t('item.who')}>
      <ul>
        {item.actors.map(({ role, actor }) => (
          <li key={role + actor.slug}>
            <a href={context.to(`/actors/${encodeURIComponent(actor.slug)}`)}>{nameOf(actor)}</a>{' '}
            <span class="count">· {t(`role.${role}`)}</span>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

/** What it is about; each leads to more of the same. */
function Subjects({ context, item }: ItemProps) {
  const { t } = context;
  const stages = item.stages.map((code) => ({ code, name: t(`stage.${code}`) }));
  const goals = item.sdgs.map(({ code, name }) => ({ code, name: `${code} ${name}` }));
  const modality = item.modality && { code: item.modality, name: t(`modality.${item.modality}`) };
  return (
    <>
      <Fact name={t('item.themes')}>{links(context, item.themes, '/themes/')}</Fact>
      <Fact name={t('item.challenges')}>{links(context, item.challenges, '/challenges/')}</Fact>
      <Fact name={t('item.stages')}>{links(context, stages, '/search?stage=')}</Fact>
      <Fact name={t('item.hazards')}>{links(context, item.hazards, '/search?hazard=')}</Fact>
      <Fact name={t('item.modality')}>
        {modality && links(context, [modality], '/search?modality=')}
      </Fact>
      <Fact name={t('item.sdgs')}>{links(context, goals, '/search?sdg=')}</Fact>
    </>
  );
}

/** Every language there is, and how the text came into it. */
function Languages({ context, item }: ItemProps) {
  const { t } = context;
  return (
    <Fact name={t('item.languages')}>
      <ul>
        {item.translations.map(({ locale, status, isStale }) => {
          const lang = locale.toLowerCase();
          const isShown = locale === item.shownIn.locale;
          return (
            <li key={locale}>
              <a
                href={`/${lang}${context.path}`}
                lang={lang}
                hreflang={lang}
                aria-current={isShown ? 'true' : undefined}
              >
                {isLocale(lang) ? OWN_NAMES[lang] : lang}
              </a>{' '}
              <span class="count">
                · {t(`translation.${status}`)}
                {isStale && `; ${t('translation.stale')}`}
              </span>
            </li>
          );
        })}
      </ul>
    </Fact>
  );
}
