import type { LinkedData } from '../layout/json-ld.js';
import type { PageContext } from '../page-context.js';
import { type Item, isProtocol, type Step } from './item-data.js';
import { byStage } from './protocol-steps.js';
import { webAddress } from './web-address.js';

/** A record as schema.org describes such things, for search engines. */
export function linkedData(context: PageContext, item: Item): LinkedData {
  const isHowTo = isProtocol(item) && item.steps.length > 0;
  return {
    '@type': isHowTo ? 'HowTo' : 'Article',
    '@id': item.url,
    url: item.url,
    name: item.title,
    headline: item.title,
    description: item.summary,
    genre: context.t(`kind.${item.kind}`),
    inLanguage: item.shownIn.locale.toLowerCase(),
    datePublished: item.publishedAt ?? undefined,
    dateModified: item.updatedAt,
    ...organisations(context, item),
    about: subjects(context, item),
    spatialCoverage: item.countries.map(({ code, name }) => ({
      '@type': 'Country',
      name,
      identifier: code,
      url: page(context, `/countries/${code}`),
    })),
    isBasedOn: item.sources.map(({ title, url }) => ({
      '@type': 'CreativeWork',
      name: title,
      url: webAddress(url) ?? undefined,
    })),
    ...(isHowTo ? { step: sections(context, item.steps) } : {}),
  };
}

const page = (context: PageContext, path: string): string => context.absolute(context.to(path));

function organisations(context: PageContext, item: Item) {
  const named = item.actors.map(({ role, actor: { slug, name } }) => ({
    role,
    organisation: { '@type': 'Organization', name, url: page(context, `/actors/${slug}`) },
  }));
  const those = (isWanted: (role: string) => boolean) =>
    named.filter(({ role }) => isWanted(role)).map(({ organisation }) => organisation);
  return {
    author: those((role) => role === 'AUTHOR'),
    contributor: those((role) => role !== 'AUTHOR'),
    publisher: {
      '@type': 'Organization',
      name: context.t('site.name'),
      url: page(context, '/'),
    },
  };
}

function subjects(context: PageContext, { themes, challenges, hazards }: Item): readonly object[] {
  const terms = (all: Item['themes'], before: string) =>
    all.map(({ code, name }) => ({
      '@type': 'DefinedTerm',
      name,
      termCode: code,
      url: page(context, before + encodeURIComponent(code)),
    }));
  return [
    ...terms(themes, '/themes/'),
    ...terms(challenges, '/challenges/'),
    ...terms(hazards, '/search?hazard='),
  ];
}

function sections({ t }: PageContext, steps: readonly Step[]): readonly object[] {
  return byStage(steps).map(([stage, ofStage]) => ({
    '@type': 'HowToSection',
    name: stage ? t(`stage.${stage}`) : t('protocol.otherSteps'),
    itemListElement: ofStage.map(({ number, text }) => ({
      '@type': 'HowToStep',
      position: number,
      text,
    })),
  }));
}
