// Step 2 (R4.2–R4.4): citizen id or phone, password, then the code; and out again.

import { enterCode, enterPassword, heading, press, problems, signIn, type } from "../../kit/citizen";
import { holdBack } from "../../kit/held_back";
import { offersProvider, PROVIDER } from "../../kit/portal";
import { BIRTH, registered } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

test("a citizen signs in by phone, password and code, and signs out", async ({ page, person }) => {
  await registered(page, person);
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Đăng nhập" }).click();
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await expect(heading(page, "Nhập mã xác thực")).toBeVisible();
  await enterCode(page, person);
  await expect(heading(page, "Hồ sơ của tôi")).toBeVisible();
  await press(page, "Đăng xuất");
  await expect(page.getByRole("banner").getByRole("link", { name: "Đăng nhập" })).toBeVisible();
  await page.getByRole("link", { name: "Hồ sơ của tôi" }).click();
  await expect(heading(page, "Đăng nhập")).toBeVisible();
});

test("the citizen id serves as well as the phone, grouped as on the card", async ({ page, person }) => {
  await registered(page, person);
  await page.goto("/sign-in");
  await enterPassword(page, person.citizenId.replace(/(...)/g, "$1 ").trim(), person.password);
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("a wrong password doesn't say which of the two is wrong, and keeps the number", async ({ page, person, watch }) => {
  watch.allowRefusals(401, 403);
  await registered(page, person);
  await page.goto("/sign-in");
  await enterPassword(page, person.phone, "không phải câu này");
  await expect(problems(page)).toContainText("Số đã nhập hoặc mật khẩu không đúng");
  await expect(problems(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Lỗi: Đăng nhập/);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(person.password);
  await press(page, "Đăng nhập");
  await enterCode(page, person);
  await expect(page.getByRole("button", { name: "Đăng xuất" })).toBeVisible();
});

test("the ways are those the backend offers, single sign-on first, and it leads back to where one wanted to go", async ({ page }) => {
  await offersProvider(page);
  await page.goto("/dossiers?tab=processing");
  const leaving = page.getByRole("link", { name: PROVIDER });
  await expect(leaving).toHaveAttribute("href", "/api/single-sign-on/dvcqg?back=%2Fdossiers%3Ftab%3Dprocessing");
  await expect(page.getByRole("heading", { name: "Hoặc đăng nhập bằng mật khẩu" })).toBeVisible();
  const before = await leaving.evaluate((link, field) => {
    const other = document.querySelector(field);
    return Boolean(other && link.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  }, "input[type=password]");
  expect(before).toBe(true);
});

test("until the ways are known nothing stands there that would move away under a finger", async ({ page }) => {
  const tell = await holdBack(page, "**/api/portal");
  await page.goto("/sign-in");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await expect(page.getByText("Đang tải").first()).toBeAttached();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toHaveCount(0);
  await tell();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeVisible();
});

test("what went wrong at the identity provider is said, and one still goes on where one wanted", async ({ page, person }) => {
  await registered(page, person);
  await page.goto("/dossiers?tab=processing");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  for (const [trouble, said] of [
    ["cancelled", "Bạn đã dừng đăng nhập"], ["expired", "đã quá lâu"], ["unverified", "số định danh 12 chữ số"],
    ["failed", "Chưa đăng nhập được"], ["<b>made up</b>", "Chưa đăng nhập được"],
  ] as const) {
    await page.goto(`/sign-in?trouble=${encodeURIComponent(trouble)}`);
    await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
  }
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(page).toHaveURL(/\/dossiers\?tab=processing/);
});

test("the password can be looked at before it is sent", async ({ page }) => {
  await page.goto("/sign-in");
  const password = page.getByLabel("Mật khẩu", { exact: true });
  await password.fill("một câu dễ nhớ");
  await expect(password).toHaveAttribute("type", "password");
  await press(page, "Hiện");
  await expect(password).toHaveAttribute("type", "text");
  await press(page, "Ẩn");
  await expect(password).toHaveAttribute("type", "password");
  await expect(password).toHaveValue("một câu dễ nhớ");
});

test("a guest who wants to file signs in and goes on where they wanted to go", async ({ page, person }) => {
  await registered(page, person);
  await page.goto(`/procedures/${BIRTH}`);
  await page.getByRole("link", { name: "Nộp hồ sơ" }).first().click();
  await page.getByRole("link", { name: "Tiếp tục" }).click();
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(heading(page, "Lựa chọn cơ quan thực hiện")).toBeVisible();
});

test("a guest who opens an address with a query comes back to it whole", async ({ page, person }) => {
  await registered(page, person);
  await page.goto("/dossiers?tab=processing&page=1");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await enterPassword(page, person.phone, person.password);
  await enterCode(page, person);
  await expect(page.getByRole("link", { name: /^Đang xử lý/ })).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveURL(/\/dossiers\?tab=processing/);
});

test("the other language says the same, and keeps what was typed", async ({ page, person }) => {
  await registered(page, person);
  await page.goto("/sign-in");
  await type(page, "Số định danh / CCCD hoặc số điện thoại", person.phone);
  await press(page, "English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("textbox", { name: "mobile number" })).toHaveValue(/^0912/);
  await press(page, "Tiếng Việt");
  await signIn(page, person);
});
