// The wasm files of the app: which of them a page has fetched, and when all of them are loaded.

import { expect, type Page } from "@playwright/test";

/**
 * Returns how many bytes were transferred for each wasm file that the page has loaded. The number is 0 if the file came
 * from the browser's cache.
 */
export const wasmTransferSizes = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return entries.filter(({ name }) => name.endsWith(".wasm")).map(({ transferSize }) => transferSize);
  });

/** Waits until the page has loaded all wasm files of the app. Returns their number. */
export async function waitForAllChunks(page: Page): Promise<number> {
  const loader = await page.locator('link[href$="/chunks.js"]').getAttribute("href");
  const script = await (await page.request.get(`/${loader}`)).text();
  const total = (script.match(/[\w-]+\.wasm/g) ?? []).length + 1;
  await expect.poll(async () => (await wasmTransferSizes(page)).length).toBe(total);
  return total;
}
