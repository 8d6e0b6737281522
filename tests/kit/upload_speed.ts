// Limits the upload speed of a page, or cuts its connection.

import type { Page } from "@playwright/test";

/** Sets the upload speed, in bytes per second. 0 cuts the connection, and -1 removes the limit. */
export type SetUploadSpeed = (bytesPerSecond: number) => Promise<void>;

/** Returns a function that sets the upload speed of the given page. */
export async function controlUploadSpeed(page: Page): Promise<SetUploadSpeed> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  return async (uploadThroughput) => {
    const offline = uploadThroughput === 0;
    await devtools.send("Network.emulateNetworkConditions", { offline, latency: 20, downloadThroughput: -1, uploadThroughput });
  };
}
