// Resetting a forgotten password: the citizen enters identifier and phone number, then the one-time code, then a new
// password. The pages don't reveal whether an account exists.

import type { Page } from "@playwright/test";

import { enterCode, enterPassword, errorSummary, fill, follow, heading, press } from "../../kit/citizen";
import { registerAccount } from "../../kit/api_setup";
import type { Person } from "../../kit/person";
import { expect, test } from "../../kit/test";

async function requestCode(page: Page, { citizenId, phone }: Pick<Person, "citizenId" | "phone">): Promise<void> {
  await page.goto("/sign-in");
  await follow(page, "Quên mật khẩu?");
  await expect(heading(page, "Quên mật khẩu")).toBeVisible();
  await fill(page, "Số định danh / CCCD / CMND", citizenId);
  await fill(page, "Số điện thoại di động", phone);
  await press(page, "Gửi mã xác thực");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Mã xác thực (OTP)" })).toBeVisible();
}

test("a citizen sets a new password, is signed in, and the old password is refused", async ({ page, person, browserErrors }) => {
  browserErrors.allowStatuses(401, 403);
  await registerAccount(page, person);
  await page.goto("/sign-in");
  await follow(page, "Quên mật khẩu?");
  await press(page, "Gửi mã xác thực");
  await expect(errorSummary(page)).toBeFocused();
  await requestCode(page, person);
  await expect(page.getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
  // The password manager of the phone saves the password under the number that signs in.
  await expect(page.locator("form:visible input[autocomplete=username]")).toHaveValue(person.citizenId);
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đặt mật khẩu mới");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await press(page, "Đăng xuất");
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await expect(errorSummary(page)).toContainText("Số đã nhập hoặc mật khẩu không đúng");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đăng nhập");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("the page doesn't reveal whether an account exists, and an unknown number gets no message", async ({ page, person, otherPerson, backend }) => {
  await registerAccount(page, person);
  await requestCode(page, otherPerson);
  const unknownAccountText = await page.getByRole("main").innerText();
  expect(await backend.messages(otherPerson.phone)).toEqual([]);
  await requestCode(page, { citizenId: person.citizenId, phone: otherPerson.phone });
  const wrongPhoneText = await page.getByRole("main").innerText();
  expect(await backend.messages(otherPerson.phone)).toEqual([]);
  await requestCode(page, person);
  const knownAccountText = await page.getByRole("main").innerText();
  const maskVariableParts = (text: string) => text.replace(/09\S+ \S+ \d{3}|tham chiếu \S+|\d:\d\d/g, "…");
  expect(maskVariableParts(unknownAccountText)).toBe(maskVariableParts(knownAccountText));
  expect(maskVariableParts(wrongPhoneText)).toBe(maskVariableParts(knownAccountText));
  expect(await person.lastCode()).toMatch(/^\d{6}$/);
});

test("a reload at each step loses no data, and a wrong number can be corrected", async ({ page, person }) => {
  await registerAccount(page, person);
  await requestCode(page, { ...person, phone: "0987654321" });
  await page.getByText("Không nhận được tin nhắn?").click();
  await follow(page, "Sửa số đã nhập");
  await expect(page.getByRole("textbox", { name: "Số định danh / CCCD / CMND" })).toHaveValue(/^045/);
  await fill(page, "Số điện thoại di động", person.phone);
  await press(page, "Gửi mã xác thực");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await page.reload();
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
  await page.reload();
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đặt mật khẩu mới");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a page to set a password that is over says so before a password is typed, and leads back to its start", async ({ page, browserErrors }) => {
  browserErrors.allowStatuses(404);
  for (const [over, again, start] of [
    ["/register/password/nothing-there", "Đăng ký lại", "Phiếu đăng ký"],
    ["/forgotten-password/nothing-there", "Làm lại", "Quên mật khẩu"],
  ] as const) {
    await page.goto(over);
    await expect(page.getByText("đã quá lâu hoặc đã xong")).toBeVisible();
    await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeHidden();
    await follow(page, again);
    await expect(heading(page, start)).toBeVisible();
  }
});
