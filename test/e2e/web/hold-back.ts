import type { Page } from 'playwright-core';

/**
 * Holds back each request to this address.
 * @returns lets them go, and all later ones
 */
export async function holdBack(page: Page, address: string): Promise<() => void> {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
