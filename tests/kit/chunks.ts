// The wasm files of the app: which of them a page has fetched, and when those of a wing are there.

import { expect, type Page } from "@playwright/test";

/** A wing of the app. The app fetches the chunk of a wing together with the chunks that it shares with other wings. */
export type Wing = "find" | "identity" | "filing" | "following";

/** Returns the URL path and the transferred bytes of each wasm file that the page has fetched completely. */
const wasmFiles = (page: Page): Promise<{ name: string; transferSize: number }[]> =>
  page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const wasm = entries.filter(({ name }) => name.endsWith(".wasm"));
    return wasm.map(({ name, transferSize }) => ({ name: name.slice(name.lastIndexOf("/") + 1), transferSize }));
  });

/**
 * Returns how many bytes were transferred for each wasm file that the page has loaded. The number is 0 if the file came
 * from the browser's cache.
 */
export const wasmTransferSizes = async (page: Page): Promise<number[]> =>
  (await wasmFiles(page)).map(({ transferSize }) => transferSize);

/** Returns the wings whose chunk the page has fetched, in alphabetical order. */
export async function fetchedWings(page: Page): Promise<string[]> {
  const names = (await wasmFiles(page)).map(({ name }) => /^split_(\w+)\.wasm$/.exec(name)?.[1]);
  return names.filter((name) => name !== undefined).sort();
}

/** Returns the names of the files that a wing needs: its own, and the chunks that it shares with other wings. */
async function filesOf(page: Page, wing: Wing): Promise<string[]> {
  const app = await page.locator("script[data-js]").getAttribute("data-js");
  const script = await (await page.request.get(`/${app?.replace("app.js", "chunks.js")}`)).text();
  const needed = new RegExp(`\\./split_${wing}\\.wasm[^\\[]*\\[([^\\]]*)\\]`).exec(script)?.[1] ?? "";
  return [`split_${wing}.wasm`, ...(needed.match(/chunk_\d+/g) ?? []).map((chunk) => `${chunk}.wasm`)];
}

/** Waits until the page has fetched everything that these wings need. */
export async function waitForWings(page: Page, ...wings: Wing[]): Promise<void> {
  const files = (await Promise.all(wings.map((wing) => filesOf(page, wing)))).flat();
  await expect.poll(async () => (await wasmFiles(page)).map(({ name }) => name)).toEqual(expect.arrayContaining(files));
}

/**
 * Waits until a page of a signed-in citizen has what the chunks `identity` and `following` add to its header. For tests
 * that move the page's clock: a fetch that is open then would be given up as stalled.
 */
export async function waitForHeader(page: Page): Promise<void> {
  const banner = page.getByRole("banner");
  await expect(banner.getByRole("link", { name: /^Thông báo/ })).toBeVisible();
  await expect(banner.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
}
