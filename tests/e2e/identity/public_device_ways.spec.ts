// «Máy dùng chung» is offered at every way in, and holds from the first page on. The way over an identity provider is in
// single_sign_on.spec.ts.

import type { Page } from "@playwright/test";

import { openNewPassword } from "../../kit/challenge";
import { enterCode, enterPassword, heading, press, type } from "../../kit/citizen";
import { registered } from "../../kit/prepared";
import { kept } from "../../kit/session";
import { expect, test } from "../../kit/test";

const box = (page: Page) => page.getByRole("checkbox", { name: "Nhiều người cùng dùng máy này" });

/** Signed in, for five idle minutes at most, and nothing of it is on the device. */
async function isShared(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  const session = async () => (await page.request.get("/api/session")).json();
  await expect.poll(session).toMatchObject({ shared_device: true, idle_seconds: 300 });
  await expect.poll(() => kept(page)).toEqual({ tab: {}, device: {}, caches: [], history: null });
}

test("one who registers says so where the password is set", async ({ page, person }) => {
  await openNewPassword(page, person);
  await expect(heading(page, "Đặt mật khẩu")).toBeVisible();
  await expect(box(page)).not.toBeChecked();
  await box(page).check();
  await page.reload();
  await expect(box(page)).toBeChecked();
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await isShared(page);
});

test("one who has forgotten the password says so where the new one is set", async ({ page, person }) => {
  await registered(page, person);
  await page.goto("/forgotten-password");
  await type(page, "Số định danh / CCCD / CMND", person.citizenId);
  await type(page, "Số điện thoại di động", person.phone);
  await press(page, "Gửi mã xác thực");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
  await box(page).check();
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đặt mật khẩu mới");
  await isShared(page);
});

test("one who signs in by password says so beside the code", async ({ page, person }) => {
  await registered(page, person);
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await box(page).check();
  await enterCode(page, person);
  await isShared(page);
});

test("where it can't be marked, the citizen is told so, and the next one isn't taken to have said it", async ({ page, person, watch }) => {
  watch.allowOutage();
  await openNewPassword(page, person);
  await box(page).check();
  await page.route("**/api/session", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByText("chưa bật được «Máy dùng chung»")).toBeVisible();
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await expect(box(page)).not.toBeChecked();
});
