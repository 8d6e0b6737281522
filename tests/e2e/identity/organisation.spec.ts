// «Tổ chức / doanh nghiệp» (R2.7): an organisation registers with its tax code and who represents it, and signs in by
// the tax code.

import { agree, answer, enterCode, follow, heading, press, problems, type } from "../../kit/citizen";
import type { Person } from "../../kit/person";
import { registered } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

type Page = import("@playwright/test").Page;

const KIND = "Loại tài khoản";
const ORGANISATION = "Tổ chức / doanh nghiệp";
const taxCodeOf = ({ phone }: Person): string => `01${phone.slice(2)}`;

async function registerOrganisation(page: Page, person: Person): Promise<void> {
  await page.goto("/register/phone");
  await answer(page, KIND, ORGANISATION);
  await type(page, "Tên tổ chức, doanh nghiệp", "Công ty TNHH Thử Nghiệm");
  await type(page, "Mã số thuế", taxCodeOf(person));
  await type(page, "Họ và tên", person.name);
  await type(page, "Số định danh / CCCD / CMND", person.citizenId);
  await type(page, "Số điện thoại di động", person.phone);
  await type(page, "Chức vụ", "Giám đốc");
  await agree(page);
  await press(page, "Đăng ký");
  await enterCode(page, person);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đặt mật khẩu");
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
}

test("an organisation registers, signs in by its tax code, and sees who it is", async ({ page, person }) => {
  await registerOrganisation(page, person);
  await press(page, "Đăng xuất");
  await page.goto("/sign-in");
  await answer(page, KIND, ORGANISATION);
  await type(page, "Mã số thuế", taxCodeOf(person));
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đăng nhập");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
  await page.goto("/account");
  await expect(page.getByText("Công ty TNHH Thử Nghiệm")).toBeVisible();
  await expect(page.getByText(taxCodeOf(person))).toBeVisible();
  await expect(page.getByText("Giám đốc")).toBeVisible();
});

test("what is wrong with an organisation's slip is said at its fields, and a reload keeps what was typed", async ({ page }) => {
  await page.goto("/register/phone");
  await answer(page, KIND, ORGANISATION);
  await press(page, "Đăng ký");
  for (const said of ["Hãy nhập tên tổ chức", "Hãy nhập mã số thuế", "Hãy nhập họ và tên", "Hãy nhập chức vụ"]) {
    await expect(problems(page)).toContainText(said);
  }
  await type(page, "Tên tổ chức, doanh nghiệp", "Hợp tác xã Thử");
  await type(page, "Mã số thuế", "12345");
  await press(page, "Đăng ký");
  await expect(problems(page)).toContainText("Mã số thuế có 10 chữ số");
  await page.reload();
  await expect(page.getByRole("radio", { name: ORGANISATION })).toBeChecked();
  await expect(page.getByRole("textbox", { name: "Tên tổ chức, doanh nghiệp" })).toHaveValue("Hợp tác xã Thử");
});

test("one person has an account of their own beside the organisation's", async ({ page, person }) => {
  await registered(page, person);
  await registerOrganisation(page, person);
  await page.goto("/account");
  await expect(page.getByText("Công ty TNHH Thử Nghiệm")).toBeVisible();
  await press(page, "Đăng xuất");
  await page.goto("/sign-in");
  await follow(page, "Quên mật khẩu?");
  await answer(page, KIND, ORGANISATION);
  await type(page, "Mã số thuế", taxCodeOf(person));
  await type(page, "Số điện thoại di động", person.phone);
  await press(page, "Gửi mã xác thực");
  await enterCode(page, person);
  await expect(heading(page, "Đặt mật khẩu mới")).toBeVisible();
});
