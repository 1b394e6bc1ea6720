import { readFileSync } from 'node:fs';

/** A fenced block of the guide for partners. */
export interface GuideBlock {
  readonly language: string;
  readonly code: string;
}

/** The part of the guide below one heading. */
export interface GuideSection {
  readonly heading: string;
  readonly text: string;
  readonly blocks: readonly GuideBlock[];
}

/** The host that stands in the guide for that of the reader's hub. */
const EXAMPLE = 'https://saberes.example.org';

/** The guide as somebody reads it whose hub has this address. */
export function readGuide(hub: string): readonly GuideSection[] {
  const file = new URL('../../../docs/partners.md', import.meta.url);
  const text = readFileSync(file, 'utf8').replaceAll(EXAMPLE, hub);
  return text
    .split(/^(?=#{2,3} )/m)
    .slice(1)
    .map((part) => ({
      heading: /^#+ (.*)/.exec(part)?.[1] ?? '',
      text: part,
      blocks: [...part.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
        ([, language = '', code = '']) => ({ language, code }),
      ),
    }));
}

/** The code of a section in one language; fails where there is none. */
export function codeOf({ heading, blocks }: GuideSection, language: string): string {
  const found = blocks.find((block) => block.language === language);
  if (!found) throw new Error(`"${heading}" has no ${language}.`);
  return found.code;
}

export function sectionOf(guide: readonly GuideSection[], heading: string): GuideSection {
  const found = guide.find((section) => section.heading === heading);
  if (!found) throw new Error(`The guide has no "${heading}".`);
  return found;
}

/** What a section says has to be added to the strictest policy, as the whole of it. */
export const policyOf = (section: GuideSection): string =>
  `default-src 'none'; ${codeOf(section, 'http')
    .replace(/^Content-Security-Policy: /, '')
    .trim()}`;
