// Marking the device as shared («Máy dùng chung») is possible with every sign-in method, and takes effect from the
// first page after the sign-in. For sign-in at an identity provider, single_sign_on.spec.ts tests this.

import type { Page } from "@playwright/test";

import { openNewPasswordPage } from "../../kit/challenge";
import { enterCode, enterPassword, fill, heading, press } from "../../kit/citizen";
import { registerAccount } from "../../kit/api_setup";
import { readStorage } from "../../kit/session";
import { expect, test } from "../../kit/test";

const sharedDeviceCheckbox = (page: Page) => page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" });

/**
 * Expects that the session is one of a shared device: it ends after five idle minutes, and the browser has stored
 * nothing.
 */
async function expectSharedSession(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  const session = async () => (await page.request.get("/api/session")).json();
  await expect.poll(session).toMatchObject({ shared_device: true, idle_seconds: 300 });
  await expect.poll(() => readStorage(page)).toEqual({ tab: {}, device: {}, caches: [], history: null });
}

test("registering: the device can be marked as shared on the password page", async ({ page, person }) => {
  await openNewPasswordPage(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await expect(sharedDeviceCheckbox(page)).not.toBeChecked();
  await sharedDeviceCheckbox(page).check();
  await page.reload();
  await expect(sharedDeviceCheckbox(page)).toBeChecked();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expectSharedSession(page);
});

test("forgotten password: the device can be marked as shared on the new password page", async ({ page, person }) => {
  await registerAccount(page, person);
  await page.goto("/forgotten-password");
  await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
  await fill(page, "Số điện thoại di động", person.phone);
  await press(page, "Gửi mã xác thực");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
  await sharedDeviceCheckbox(page).check();
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đặt mật khẩu mới");
  await expectSharedSession(page);
});

test("signing in with a password: the device can be marked as shared beside the code", async ({ page, person }) => {
  await registerAccount(page, person);
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await sharedDeviceCheckbox(page).check();
  await enterCode(page, person);
  await expectSharedSession(page);
});

test("a failed mark is reported and isn't remembered for the next citizen", async ({ page, person, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await openNewPasswordPage(page, person);
  await sharedDeviceCheckbox(page).check();
  await page.route("**/api/session", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByText("chưa bật được «Máy dùng chung»")).toBeVisible();
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await expect(sharedDeviceCheckbox(page)).not.toBeChecked();
});
