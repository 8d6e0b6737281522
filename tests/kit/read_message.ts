// A browser that reads the code out of a text message by itself (WebOTP), which the one of the tests doesn't.

import type { Page } from "@playwright/test";

type Reading = { askedForCodes: { signal?: AbortSignal }[]; tellCode: (code: string) => void };

/** Has the browser read messages from the next page on. */
export async function readsMessages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const asked: { signal?: AbortSignal }[] = [];
    Object.assign(window, { OTPCredential: class {}, askedForCodes: asked });
    navigator.credentials.get = (options) => {
      asked.push(options ?? {});
      return new Promise((told) => Object.assign(window, { tellCode: (code: string) => told({ code } as never) }));
    };
  });
}

/** The message has come, and the citizen agrees that the page gets its code. */
export const agreeToCode = (page: Page, code: string): Promise<void> =>
  page.evaluate((code) => (window as never as Reading).tellCode(code), code);

/** Whether the page has stopped waiting for a message. */
export const waitsNoMore = (page: Page): Promise<boolean | undefined> =>
  page.evaluate(() => (window as never as Reading).askedForCodes.at(-1)?.signal?.aborted);
