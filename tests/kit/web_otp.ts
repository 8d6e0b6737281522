// A replacement for the browser's WebOTP API, which reads the one-time code from a text message. The browser of the
// tests has no such API.

import type { Page } from "@playwright/test";

type WebOtpWindow = { otpRequests: { signal?: AbortSignal }[]; resolveOtp: (code: string) => void };

/** Installs the replacement. It works in pages that are loaded afterwards. */
export async function enableWebOtp(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const requests: { signal?: AbortSignal }[] = [];
    Object.assign(window, { OTPCredential: class {}, otpRequests: requests });
    navigator.credentials.get = (options) => {
      requests.push(options ?? {});
      return new Promise((resolve) => Object.assign(window, { resolveOtp: (code: string) => resolve({ code } as never) }));
    };
  });
}

/** Acts as if a text message with this code arrived, and as if the citizen allowed the page to read the code. */
export const deliverCode = (page: Page, code: string): Promise<void> =>
  page.evaluate((code) => (window as never as WebOtpWindow).resolveOtp(code), code);

/** Whether the page has aborted its latest WebOTP request. */
export const isOtpRequestAborted = (page: Page): Promise<boolean | undefined> =>
  page.evaluate(() => (window as never as WebOtpWindow).otpRequests.at(-1)?.signal?.aborted);
