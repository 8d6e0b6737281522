// The wasm files of the app: which have come, and when all have.

import { expect, type Page } from "@playwright/test";

/** What each wasm that has come cost on the line. */
export const fetched = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return entries.filter(({ name }) => name.endsWith(".wasm")).map(({ transferSize }) => transferSize);
  });

/** Waits until every chunk of the app is here. Gives the number of wasm files. */
export async function everyChunk(page: Page): Promise<number> {
  const loader = await page.locator('link[href$="/chunks.js"]').getAttribute("href");
  const script = await (await page.request.get(`/${loader}`)).text();
  const all = (script.match(/[\w-]+\.wasm/g) ?? []).length + 1;
  await expect.poll(async () => (await fetched(page)).length).toBe(all);
  return all;
}
