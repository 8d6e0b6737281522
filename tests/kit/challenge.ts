// A one-time code that is waited for, asked for through the contract.

import { expect, type Page } from "@playwright/test";

import { heading } from "./citizen";
import type { Person } from "./person";
import { slipHandedIn } from "./prepared";

/** Has the person's registration slip handed in, and opens the page that asks for the code. */
export async function openCode(page: Page, person: Person): Promise<void> {
  await page.goto(`/code/${await slipHandedIn(page, person)}`);
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Mã xác thực (OTP)" })).toBeVisible();
}

/** Has the person's registration slip handed in and the code confirmed, and opens the page that asks for a password. */
export async function openNewPassword(page: Page, person: Person): Promise<void> {
  const id = await slipHandedIn(page, person);
  const headers = { "Motcua-Request": "1" };
  await page.request.post(`/api/challenges/${id}/code`, { data: { code: await person.lastCode() }, headers });
  await page.goto(`/register/password/${id}`);
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeVisible();
}
