// Accounts of organisations («Tổ chức / doanh nghiệp», R2.7): an organisation registers with its tax code and its
// representative, and signs in with the tax code.

import type { Page } from "@playwright/test";

import { chooseRadio, enterCode, errorSummary, fill, follow, heading, press, tickAllConsents } from "../../kit/citizen";
import type { Person } from "../../kit/person";
import { registerAccount } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

const KIND = "Loại tài khoản";
const ORGANISATION = "Tổ chức / doanh nghiệp";
const taxCodeOf = ({ phone }: Person): string => `01${phone.slice(2)}`;

async function registerOrganisation(page: Page, person: Person): Promise<void> {
  await page.goto("/register/phone");
  await chooseRadio(page, KIND, ORGANISATION);
  await fill(page, "Tên tổ chức, doanh nghiệp", "Công ty TNHH Thử Nghiệm");
  await fill(page, "Mã số thuế", taxCodeOf(person));
  await fill(page, "Họ và tên", person.name);
  await fill(page, "Số định danh / CCCD / CMND", person.citizenId);
  await fill(page, "Số điện thoại di động", person.phone);
  await fill(page, "Chức vụ", "Giám đốc");
  await tickAllConsents(page);
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
}

test("an organisation registers, signs in with its tax code, and sees its account", async ({ page, person }) => {
  await registerOrganisation(page, person);
  await press(page, "Đăng xuất");
  await page.goto("/sign-in");
  await chooseRadio(page, KIND, ORGANISATION);
  await fill(page, "Mã số thuế", taxCodeOf(person));
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đăng nhập");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("Công ty TNHH Thử Nghiệm")).toBeVisible();
  await expect(page.getByText(taxCodeOf(person))).toBeVisible();
  await expect(page.getByText("Giám đốc")).toBeVisible();
});

test("errors in an organisation's registration are shown at their fields, and a reload keeps the text", async ({ page }) => {
  await page.goto("/register/phone");
  await chooseRadio(page, KIND, ORGANISATION);
  await press(page, "Đăng ký");
  for (const message of ["Hãy nhập tên tổ chức", "Hãy nhập mã số thuế", "Hãy nhập họ và tên", "Hãy nhập chức vụ"]) {
    await expect(errorSummary(page)).toContainText(message);
  }
  await fill(page, "Tên tổ chức, doanh nghiệp", "Hợp tác xã Thử");
  await fill(page, "Mã số thuế", "12345");
  await press(page, "Đăng ký");
  await expect(errorSummary(page)).toContainText("Mã số thuế có 10 chữ số");
  await page.reload();
  await expect(page.getByRole("radio", { name: ORGANISATION })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Tên tổ chức, doanh nghiệp" })).toHaveValue("Hợp tác xã Thử");
});

test("a person can have their own account beside the organisation's", async ({ page, person }) => {
  await registerAccount(page, person);
  await registerOrganisation(page, person);
  await page.goto("/account");
  await expect(page.getByText("Công ty TNHH Thử Nghiệm")).toBeVisible();
  await press(page, "Đăng xuất");
  await page.goto("/sign-in");
  await follow(page, "Quên mật khẩu?");
  await chooseRadio(page, KIND, ORGANISATION);
  await fill(page, "Mã số thuế", taxCodeOf(person));
  await fill(page, "Số điện thoại di động", person.phone);
  await press(page, "Gửi mã xác thực");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
});
