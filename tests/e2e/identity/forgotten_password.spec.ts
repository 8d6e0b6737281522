// A forgotten password: identifier and phone, the code, a new password; and what somebody learns who only guesses.

import { enterCode, enterPassword, follow, heading, press, problems, type } from "../../kit/citizen";
import { registered } from "../../kit/prepared";
import type { Person } from "../../kit/person";
import { expect, test } from "../../kit/test";

type Page = import("@playwright/test").Page;

async function askForCode(page: Page, { citizenId, phone }: Pick<Person, "citizenId" | "phone">): Promise<void> {
  await page.goto("/sign-in");
  await follow(page, "Quên mật khẩu?");
  await expect(heading(page, "Quên mật khẩu")).toBeVisible();
  await type(page, "Số định danh / CCCD / CMND", citizenId);
  await type(page, "Số điện thoại di động", phone);
  await press(page, "Gửi mã xác thực");
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Mã xác thực (OTP)" })).toBeVisible();
}

test("a citizen sets a new password, is signed in, and the old one opens nothing any more", async ({ page, person, watch }) => {
  watch.allowRefusals(401, 403);
  await registered(page, person);
  await page.goto("/sign-in");
  await follow(page, "Quên mật khẩu?");
  await press(page, "Gửi mã xác thực");
  await expect(problems(page)).toBeFocused();
  await askForCode(page, person);
  await expect(page.getByText("Không đọc mã này cho bất kỳ ai")).toBeVisible();
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đặt mật khẩu mới");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await press(page, "Đăng xuất");
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, person.password);
  await expect(problems(page)).toContainText("Số đã nhập hoặc mật khẩu không đúng");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đăng nhập");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("the page says the same whether or not there is such an account, and no message goes out", async ({ page, person, other, backend }) => {
  await registered(page, person);
  await askForCode(page, other);
  const stranger = await page.getByRole("main").innerText();
  expect(await backend.messages(other.phone)).toEqual([]);
  await askForCode(page, { citizenId: person.citizenId, phone: other.phone });
  const wrongPhone = await page.getByRole("main").innerText();
  expect(await backend.messages(other.phone)).toEqual([]);
  await askForCode(page, person);
  const right = await page.getByRole("main").innerText();
  const plain = (text: string) => text.replace(/09\S+ \S+ \d{3}|tham chiếu \S+|\d:\d\d/g, "…");
  expect(plain(stranger)).toBe(plain(right));
  expect(plain(wrongPhone)).toBe(plain(right));
  expect(await person.lastCode()).toMatch(/^\d{6}$/);
});

test("a reload on the way loses nothing, and a wrong number can be corrected", async ({ page, person }) => {
  await registered(page, person);
  await askForCode(page, { ...person, phone: "0987654321" });
  await page.getByText("Không nhận được tin nhắn?").click();
  await follow(page, "Sửa số đã nhập");
  await expect(page.getByRole("textbox", { name: "Số định danh / CCCD / CMND" })).toHaveValue(/^045/);
  await type(page, "Số điện thoại di động", person.phone);
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

test("a reset that is over leads back to its beginning, not to a registration", async ({ page, watch }) => {
  watch.allowRefusals(403, 404);
  await page.goto("/forgotten-password/nothing-there");
  await page.getByLabel("Mật khẩu", { exact: true }).fill("câu mới cũng dễ nhớ");
  await press(page, "Đặt mật khẩu mới");
  await expect(page.getByText("Lần lấy lại mật khẩu này đã quá lâu hoặc đã xong")).toBeVisible();
  await follow(page, "Làm lại");
  await expect(heading(page, "Quên mật khẩu")).toBeVisible();
});
