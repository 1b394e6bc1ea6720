import type {
  ArticleLeaf,
  CreativeWorkLeaf,
  DefinedTerm,
  HowToLeaf,
  HowToSection,
  OrganizationLeaf,
  Report,
} from 'schema-dts';
import type { PageContext } from '../page-context.js';
import { type Item, isProtocol, type Step } from './item-data.js';
import { itemPath } from './item-paths.js';
import { byStage } from './protocol-steps.js';
import { webAddress } from './web-address.js';

type DescribedItem = ArticleLeaf | HowToLeaf | Report;
type WorkType = DescribedItem['@type'];

/** What schema.org calls such a record. */
export function schemaType(item: Item): WorkType {
  if (isProtocol(item) && item.steps.length > 0) return 'HowTo';
  return item.kind === 'CASE_STUDY' ? 'Report' : 'Article';
}

/** A record as schema.org describes such things, for search engines and whoever asks for data. */
export function linkedData(context: PageContext, item: Item): DescribedItem & { '@id': string } {
  const type = schemaType(item);
  const work = describe(context, item);
  if (type !== 'HowTo') return { '@type': type, ...work };
  const steps = isProtocol(item) ? item.steps : [];
  return { '@type': type, ...work, step: sections(context, steps) };
}

const page = (context: PageContext, path: string): string => context.absolute(context.to(path));

/** Concepts and places keep their address in every language. */
const thing = (context: PageContext, path: string): string => context.absolute(path);

/** Each language that a record is written in is a work of its own, at its own address. */
const versionAt = (context: PageContext, { slug }: Item, locale: string): string =>
  context.absolute(`/${locale.toLowerCase()}${itemPath(slug)}`);

function describe(context: PageContext, item: Item) {
  const { shownIn, title, publishedAt, rights } = item;
  const address = versionAt(context, item, shownIn.locale);
  return {
    '@id': address,
    url: address,
    mainEntityOfPage: address,
    identifier: item.id,
    name: title,
    headline: title,
    description: item.summary,
    genre: context.t(`kind.${item.kind}`),
    inLanguage: shownIn.locale.toLowerCase(),
    datePublished: publishedAt ?? undefined,
    dateModified: item.updatedAt,
    isAccessibleForFree: true,
    conditionsOfAccess: context.t(`rights.${rights}`),
    usageInfo: page(context, '/about#rights'),
    ...organisations(context, item),
    about: subjects(context, item),
    spatialCoverage: countries(context, item),
    isBasedOn: sources(item),
    associatedMedia: files(item),
    ...translations(context, item),
  } as const;
}

function organisations(context: PageContext, item: Item) {
  const named = item.actors.map(({ role, actor: { slug, name, website } }) => {
    const organisation: OrganizationLeaf = {
      '@type': 'Organization',
      '@id': thing(context, `/actors/${encodeURIComponent(slug)}`),
      name,
      url: page(context, `/actors/${encodeURIComponent(slug)}`),
      sameAs: webAddress(website) ?? undefined,
    };
    return { role, organisation };
  });
  const those = (isWanted: (role: string) => boolean) =>
    named.filter(({ role }) => isWanted(role)).map(({ organisation }) => organisation);
  const publisher: OrganizationLeaf = {
    '@type': 'Organization',
    '@id': thing(context, '/'),
    name: context.t('site.name'),
    url: page(context, '/'),
  };
  return {
    author: those((role) => role === 'AUTHOR'),
    contributor: those((role) => role !== 'AUTHOR'),
    publisher,
  };
}

const countries = (context: PageContext, item: Item) =>
  item.countries.map(
    ({ code, name }) =>
      ({
        '@type': 'Country',
        '@id': thing(context, `/countries/${code}`),
        name,
        identifier: code,
        url: page(context, `/countries/${code}`),
      }) as const,
  );

const sources = (item: Item) =>
  item.sources.map(
    ({ title, url, language }): CreativeWorkLeaf => ({
      '@type': 'CreativeWork',
      name: title,
      url: webAddress(url) ?? undefined,
      inLanguage: language?.toLowerCase(),
    }),
  );

const files = (item: Item) =>
  item.attachments.map(
    ({ name, url, mediaType, bytes }) =>
      ({
        '@type': 'MediaObject',
        name,
        contentUrl: url,
        encodingFormat: mediaType,
        contentSize: `${bytes} B`,
      }) as const,
  );

/** From the original to what was made of it, from a translation back. */
function translations(context: PageContext, item: Item) {
  const version = ({ locale, title }: Item['translations'][number]): CreativeWorkLeaf => ({
    '@type': 'CreativeWork',
    '@id': versionAt(context, item, locale),
    url: versionAt(context, item, locale),
    name: title,
    inLanguage: locale.toLowerCase(),
  });
  const others = item.translations.filter(({ locale }) => locale !== item.shownIn.locale);
  const original = others.find(({ locale }) => locale === item.originalLocale);
  if (original) return { translationOfWork: version(original) };
  return others.length > 0 ? { workTranslation: others.map(version) } : {};
}

function subjects(context: PageContext, item: Item): readonly DefinedTerm[] {
  const { themes, challenges, hazards, sdgs } = item;
  const terms = (all: Item['themes'], before: string, scheme: string) =>
    all.map(({ code, name }): DefinedTerm => {
      const path = before + encodeURIComponent(code);
      return {
        '@type': 'DefinedTerm',
        '@id': thing(context, path),
        name,
        termCode: code,
        url: page(context, path),
        inDefinedTermSet: thing(context, `/thesaurus#${scheme}`),
      };
    });
  return [
    ...terms(themes, '/themes/', 'themes'),
    ...terms(challenges, '/challenges/', 'challenges'),
    ...terms(hazards, '/search?hazard=', 'hazards'),
    ...terms(sdgs, '/search?sdg=', 'sdgs'),
  ];
}

function sections({ t }: PageContext, steps: readonly Step[]): readonly HowToSection[] {
  return byStage(steps).map(([stage, ofStage]) => ({
    '@type': 'HowToSection',
    name: stage ? t(`stage.${stage}`) : t('protocol.otherSteps'),
    itemListElement: ofStage.map(
      ({ number, text }) => ({ '@type': 'HowToStep', position: number, text }) as const,
    ),
  }));
}
