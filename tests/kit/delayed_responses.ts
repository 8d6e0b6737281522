// Delays responses until the test releases them.

import type { Page } from "@playwright/test";

/**
 * Holds back all requests that match a URL pattern, so that they get no response. The returned function releases them.
 */
export async function holdResponses(page: Page, url: string): Promise<() => Promise<void>> {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route(url, async (route) => {
    await released;
    // The page may have been closed in the meantime.
    await route.continue().catch(() => undefined);
  });
  // The route stays: to remove it while other files are being requested would lose some of them.
  return async () => release();
}
