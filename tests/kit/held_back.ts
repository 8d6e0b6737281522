// Answers that are held back until the test lets them come.

import type { Page } from "@playwright/test";

/** Holds back the answers to these requests. Gives what lets them come, those that were asked for already too. */
export async function holdBack(page: Page, address: string): Promise<() => Promise<void>> {
  let letCome = (): void => undefined;
  const mayCome = new Promise<void>((come) => (letCome = come));
  await page.route(address, async (route) => {
    await mayCome;
    // The page may be gone meanwhile.
    await route.continue().catch(() => undefined);
  });
  return async () => {
    letCome();
    await page.unroute(address);
  };
}
