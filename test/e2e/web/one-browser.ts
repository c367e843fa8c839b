import { startBrowser } from '@pandafab/testing';
import type { Browser } from 'playwright-core';

let isShared = false;
let shared: Browser | undefined;

/**
 * All stories of this test file use one process of Chromium: starting one takes longer than some stories. Each person
 * still has cookies, storage and a cache of their own.
 */
export function shareBrowser(): void {
  isShared = true;
  afterAll(() => shared?.close());
}

/** A running browser; `leaveBrowser` gives it back. */
export async function openBrowser(): Promise<Browser> {
  if (!isShared) return startBrowser();
  // One that crashed in an earlier story is not used again.
  if (!shared?.isConnected()) shared = await startBrowser();
  return shared;
}

/** Closes all pages of a browser from `openBrowser`, and the browser itself where no other story uses it. */
export async function leaveBrowser(browser: Browser | undefined): Promise<void> {
  if (!isShared) return browser?.close();
  for (const context of browser?.contexts() ?? []) await context.close();
}
