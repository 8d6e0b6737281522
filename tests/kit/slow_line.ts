// A line as slow as in a village, or cut off.

import type { Page } from "@playwright/test";

/** Sets how many bytes a second go up from now on; none cuts the line, -1 is as fast as it gets. */
export type SetSpeed = (bytesPerSecond: number) => Promise<void>;

/** Takes hold of the line of a page. */
export async function lineOf(page: Page): Promise<SetSpeed> {
  const line = await page.context().newCDPSession(page);
  await line.send("Network.enable");
  return async (uploadThroughput) => {
    const offline = uploadThroughput === 0;
    await line.send("Network.emulateNetworkConditions", { offline, latency: 20, downloadThroughput: -1, uploadThroughput });
  };
}
