// Expiry of a session: the renewal dialog (the "sheet"), which asks for a one-time code, and the status line at the
// bottom of the page.

import { expect, type Locator, type Page } from "@playwright/test";

import type { Backend } from "./backend";
import type { Person } from "./person";

/** The renewal sheet: a dialog over a page whose session has expired. It renews the session with a one-time code. */
export const renewalSheet = (page: Page): Locator => page.getByRole("dialog", { name: "Phiên đăng nhập đã hết" });

/** The status line at the bottom of every page. It shows the state of the session. */
export const statusLine = (page: Page): Locator => page.locator(".session-status");

/** Lets the session expire, by moving the backend's clock past the session's idle time of 30 minutes. */
export const expireSession = (backend: Backend): Promise<void> => backend.advanceClock(31 * 60);

/** Requests a one-time code on the renewal sheet. Waits until the text message is sent, and returns the code field. */
export const requestRenewalCode = (page: Page, person: Person): Promise<Locator> => requestCodeIn(renewalSheet(page), person);

/** Renews the session on the renewal sheet with a one-time code. Afterwards the sheet is closed. */
export const renewSession = (page: Page, person: Person): Promise<void> => confirmCodeIn(renewalSheet(page), person);

/** Requests a one-time code in the given dialog, and confirms it. Afterwards the dialog is closed. */
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

/** Sends the page a `focus` event. The browser sends it when the citizen returns to the page from another app. */
export const focusWindow = (page: Page): Promise<boolean> => page.evaluate(() => dispatchEvent(new Event("focus")));

/**
 * Returns what the browser has stored for the app: session storage (`tab`), local storage (`device`), caches, and the
 * history state.
 */
export const readStorage = (page: Page): Promise<{ tab: object; device: object; caches: string[]; history: unknown }> =>
  page.evaluate(async () => ({
    tab: { ...sessionStorage },
    device: { ...localStorage },
    caches: await caches.keys(),
    history: (history.state as unknown) ?? null,
  }));
