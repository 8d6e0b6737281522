// Holds responses back until the test releases them.

import type { Page } from "@playwright/test";

/** Holds back the responses to requests for this URL pattern. Returns a function that releases all of them. */
export async function holdResponses(page: Page, url: string): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await released;
    // The page may be closed by now.
    await route.continue().catch(() => undefined);
  });
  return async () => {
    release();
    await page.unroute(url);
  };
}
