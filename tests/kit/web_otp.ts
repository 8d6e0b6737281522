// A stand-in for WebOTP, with which a browser reads the code from a text message. The test browser lacks it.

import type { Page } from "@playwright/test";

type WebOtpWindow = { otpRequests: { signal?: AbortSignal }[]; resolveOtp: (code: string) => void };

/** Installs the stand-in, from the next page load on. */
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

/** Acts as if a message arrived and the citizen allowed the page to read its code. */
export const deliverCode = (page: Page, code: string): Promise<void> =>
  page.evaluate((code) => (window as never as WebOtpWindow).resolveOtp(code), code);

/** Whether the page has aborted its latest request for a code. */
export const isOtpRequestAborted = (page: Page): Promise<boolean | undefined> =>
  page.evaluate(() => (window as never as WebOtpWindow).otpRequests.at(-1)?.signal?.aborted);
