// The wasm files of the app: which were fetched, and when all of them have arrived.

import { expect, type Page } from "@playwright/test";

/** Transfer size of each wasm file fetched by this page, in bytes. The size is 0 for a file taken from the cache. */
export const wasmTransferSizes = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return entries.filter(({ name }) => name.endsWith(".wasm")).map(({ transferSize }) => transferSize);
  });

/** Waits until every wasm file of the app was fetched. Returns how many there are. */
export async function waitForAllChunks(page: Page): Promise<number> {
  const loader = await page.locator('link[href$="/chunks.js"]').getAttribute("href");
  const script = await (await page.request.get(`/${loader}`)).text();
  const total = (script.match(/[\w-]+\.wasm/g) ?? []).length + 1;
  await expect.poll(async () => (await wasmTransferSizes(page)).length).toBe(total);
  return total;
}
