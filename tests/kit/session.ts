// A session as a citizen meets it: it ends, asks for a code over the page, and goes on.

import { expect, type Locator, type Page } from "@playwright/test";

import type { Backend } from "./backend";
import type { Person } from "./person";

/** The sheet over a page whose session has ended. */
export const sheet = (page: Page): Locator => page.getByRole("dialog", { name: "Phiên đăng nhập đã hết" });

/** The line at the foot of every page. */
export const line = (page: Page): Locator => page.locator(".session-line");

/** Lets the session end for the backend: nobody was there for half an hour. */
export const endSession = (backend: Backend): Promise<void> => backend.later(31 * 60);

/** Asks for a code on the sheet; gives the field for it once the message has come. */
export const askOnSheet = (page: Page, person: Person): Promise<Locator> => askOn(sheet(page), person);

/** Asks for a code on the sheet, types it, and is where one was. */
export const confirmOnSheet = (page: Page, person: Person): Promise<void> => confirmOn(sheet(page), person);

/** The same on the sheet of that name. */
export async function confirmOn(asking: Locator, person: Person): Promise<void> {
  const code = await askOn(asking, person);
  await code.fill(await person.lastCode());
  await asking.getByRole("button", { name: "Xác nhận" }).click();
  await expect(asking).toBeHidden();
}

async function askOn(asking: Locator, person: Person): Promise<Locator> {
  const before = await person.lastCode();
  await asking.getByRole("button", { name: "Nhận mã" }).click();
  const code = asking.getByRole("textbox", { name: "Mã xác thực (OTP)" });
  await expect(code).toBeFocused();
  await expect.poll(person.lastCode).not.toBe(before);
  return code;
}

/** Comes back to the page from another app. */
export const comeBack = (page: Page): Promise<boolean> => page.evaluate(() => dispatchEvent(new Event("focus")));

/** What this tab and this device keep: the keys and texts of both storages, the caches, the state of the history. */
export const kept = (page: Page): Promise<{ tab: object; device: object; caches: string[]; history: unknown }> =>
  page.evaluate(async () => ({
    tab: { ...sessionStorage },
    device: { ...localStorage },
    caches: await caches.keys(),
    history: (history.state as unknown) ?? null,
  }));
