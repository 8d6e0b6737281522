// Opens pages in the middle of a registration: the page that asks for the one-time code, and the page that asks for the
// new password.

import { expect, type Page } from "@playwright/test";

import { heading } from "./citizen";
import type { Person } from "./person";
import { createRegistration } from "./api_setup";

/** Sends the registration through the API, then opens the page that asks for the one-time code. */
export async function openCodePage(page: Page, person: Person): Promise<void> {
  await page.goto(`/code/${await createRegistration(page, person)}`);
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Mã xác thực (OTP)" })).toBeVisible();
}

/**
 * Sends the registration and confirms the one-time code through the API, then opens the page that asks for the new
 * password.
 */
export async function openNewPasswordPage(page: Page, person: Person): Promise<void> {
  const id = await createRegistration(page, person);
  const headers = { "Motcua-Request": "1" };
  await page.request.post(`/api/challenges/${id}/code`, { data: { code: await person.lastCode() }, headers });
  await page.goto(`/register/password/${id}`);
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeVisible();
}
