// A session that expires: the sheet that asks for a code, and the status line at the foot of the page.

import { expect, type Locator, type Page } from "@playwright/test";

import type { Backend } from "./backend";
import type { Person } from "./person";

/** The dialog over a page whose session has expired. It renews the session with a one-time code. */
export const renewalSheet = (page: Page): Locator => page.getByRole("dialog", { name: "Phiên đăng nhập đã hết" });

/** The line at the foot of every page that reports the state of the session. */
export const statusLine = (page: Page): Locator => page.locator(".session-line");

/** Expires the session: moves the backend's clock past the idle time of 30 minutes. */
export const expireSession = (backend: Backend): Promise<void> => backend.advanceClock(31 * 60);

/** Requests a code on the renewal sheet. Returns the code field once the text message was sent. */
export const requestRenewalCode = (page: Page, person: Person): Promise<Locator> => requestCodeIn(renewalSheet(page), person);

/** Renews the session on the sheet with a one-time code. The sheet is closed afterwards. */
export const renewSession = (page: Page, person: Person): Promise<void> => confirmCodeIn(renewalSheet(page), person);

/** Requests a code in this dialog and confirms it. The dialog is closed afterwards. */
export async function confirmCodeIn(dialog: Locator, person: Person): Promise<void> {
  const code = await requestCodeIn(dialog, person);
  await code.fill(await person.lastCode());
  await dialog.getByRole("button", { name: "Xác nhận" }).click();
  await expect(dialog).toBeHidden();
}

async function requestCodeIn(dialog: Locator, person: Person): Promise<Locator> {
  const before = await person.lastCode();
  await dialog.getByRole("button", { name: "Nhận mã" }).click();
  const code = dialog.getByRole("textbox", { name: "Mã xác thực (OTP)" });
  await expect(code).toBeFocused();
  await expect.poll(person.lastCode).not.toBe(before);
  return code;
}

/** Sends the page the event that it gets when the citizen returns from another app. */
export const focusWindow = (page: Page): Promise<boolean> => page.evaluate(() => dispatchEvent(new Event("focus")));

/** What the browser has stored for the app: session storage (`tab`), local storage (`device`), caches and history state. */
export const readStorage = (page: Page): Promise<{ tab: object; device: object; caches: string[]; history: unknown }> =>
  page.evaluate(async () => ({
    tab: { ...sessionStorage },
    device: { ...localStorage },
    caches: await caches.keys(),
    history: (history.state as unknown) ?? null,
  }));
