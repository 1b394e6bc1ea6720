import { describe } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, launchChromium } from './chromium.js';

const program = findChromium(process.env);

export const launchBrowser = (): Promise<Browser> => launchChromium(program ?? '');

/** A suite that needs a browser; the run's set-up says when there is none, or fails. */
export const describeInBrowser = program ? describe : describe.skip;

export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1200, height: 900 } };

/** What went wrong while pages were shown: console errors, failed and refused requests. */
export function watchFaults(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('console', (message) => {
    // What could not be loaded is told by its answer, below.
    const isAboutLoading = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAboutLoading) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    // The page left while it was on its way.
    if (request.failure()?.errorText === 'net::ERR_ABORTED') return;
    faults.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') {
      faults.push(`${response.status()}: ${response.url()}`);
    }
  });
  return faults;
}
