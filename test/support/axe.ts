import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that depends on colours, and so on the scheme. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** What axe finds, one line each. */
export const violationsIn = (page: Page, where: string): Promise<readonly string[]> =>
  found(page, where, RULES);

/** The same for a page that was judged in another scheme: its colours are all that differs. */
export const colourViolationsIn = (page: Page, where: string): Promise<readonly string[]> =>
  found(page, where, OF_COLOURS);

async function found(
  page: Page,
  where: string,
  rules: readonly string[],
): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    (values) => window.axe.run({ runOnly: values }),
    rules,
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${where}: ${id} at ${html.slice(0, 120)}`),
  );
}

declare global {
  interface Window {
    readonly axe: { run(options: object): Promise<AxeResults> };
  }
}
