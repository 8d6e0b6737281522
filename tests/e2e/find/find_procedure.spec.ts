// Step 3 of the journey (R1.11–R1.17): searching and filtering the list of procedures, and reading about one procedure.

import type { Page } from "@playwright/test";

import { ALL_PROCEDURES } from "../../kit/api_setup";
import { follow, heading, press, selectOption } from "../../kit/citizen";
import { expect, test } from "../../kit/test";

const searchField = (page: Page) => page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" });
const resultHeading = (page: Page) => page.getByRole("heading", { level: 2, name: /^Có \d+ thủ tục$/ });
const resultCount = async (page: Page) => Number(/\d+/.exec(await resultHeading(page).innerText())?.[0]);
const firstResult = (page: Page) => page.getByRole("heading", { level: 3 }).first();

/** Opens the filters of the list. They are collapsed on a phone and always open on a wide screen. */
async function openFilters(page: Page): Promise<void> {
  await expect(resultHeading(page)).toBeVisible();
  const collapsed = page.getByText(/^Lọc kết quả/);
  if (!(await page.getByRole("combobox", { name: "Lĩnh vực" }).isVisible())) await collapsed.click();
}

test("the first screen links to the list of all procedures", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await follow(page, "Tất cả thủ tục");
  await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
  await expect(resultHeading(page)).toHaveText(ALL_PROCEDURES);
});

test("a search without accents or in everyday words finds the procedure", async ({ page }) => {
  await page.goto("/");
  for (const [query, expected] of [
    ["dk khai sinh", "Đăng ký khai sinh"],
    ["khai sanh", "Đăng ký khai sinh"],
    ["ho khau", "Đăng ký thường trú"],
    ["KẾT HÔN", "Đăng ký kết hôn"],
    ["giay doc than", /tình trạng hôn nhân/],
  ] as const) {
    await searchField(page).fill(query);
    await press(page, "Tìm");
    await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
    await expect(searchField(page)).toHaveValue(query);
    await expect(firstResult(page)).toHaveText(expected);
    await page.getByRole("banner").getByRole("link", { name: "Một Cửa" }).click();
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  }
});

test("filters show their result counts, are kept in the URL, and survive going back and a reload", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("/procedures");
  await expect(resultHeading(page)).toHaveText(ALL_PROCEDURES);
  await openFilters(page);
  const option = page.getByRole("combobox", { name: "Lĩnh vực" }).locator("option").filter({ hasText: "Cư trú" });
  const fieldCount = Number(/\((\d+)\)/.exec((await option.innerText()) ?? "")?.[1]);
  await selectOption(page, "Lĩnh vực", "Cư trú");
  await expect(resultHeading(page)).toHaveText(`Có ${fieldCount} thủ tục`);
  await expect(page).toHaveURL(/field=cu-tru/);
  await selectOption(page, "Mức độ", "Toàn trình");
  await expect(page).toHaveURL(/level=/);
  const bothCount = await resultCount(page);
  expect(bothCount).toBeLessThan(fieldCount);
  await page.reload();
  await expect(resultHeading(page)).toHaveText(`Có ${bothCount} thủ tục`);
  await expect(page.getByRole("combobox", { name: "Lĩnh vực" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Lĩnh vực" })).toHaveValue("cu-tru");
  await page.goBack();
  await expect(resultHeading(page)).toHaveText(`Có ${fieldCount} thủ tục`);
  await page.goBack();
  await expect(resultHeading(page)).toHaveText(ALL_PROCEDURES);
});

test("the search text is kept in the URL and restored when coming back from a procedure", async ({ page }) => {
  await page.goto("/procedures");
  await searchField(page).fill("ho khau & 100%");
  await searchField(page).fill("tam tru");
  await expect(page).toHaveURL(/q=tam/);
  await expect(searchField(page)).toBeFocused();
  const before = await resultCount(page);
  await firstResult(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
  await page.goBack();
  await expect(searchField(page)).toHaveValue("tam tru");
  await expect(resultHeading(page)).toHaveText(`Có ${before} thủ tục`);
});

test("a URL with encoded characters is decoded once, not twice", async ({ page }) => {
  await page.goto("/procedures?q=100%25+%2B+%26");
  await expect(searchField(page)).toHaveValue("100% + &");
});

test("an empty result suggests what to try and links to all procedures", async ({ page }) => {
  await page.goto("/procedures?q=xyzxyz");
  await expect(page.getByRole("heading", { name: "Không tìm thấy thủ tục nào" })).toBeVisible();
  await press(page, "Xem tất cả thủ tục");
  await expect(resultHeading(page)).toHaveText(ALL_PROCEDURES);
  await expect(searchField(page)).toHaveValue("");
});

test("«Chi tiết» shows the whole record of a procedure and links to «Nộp hồ sơ»", async ({ page }) => {
  await page.goto("/procedures?q=khai+sinh");
  await page.getByRole("link", { name: /^Chi tiết *: Đăng ký khai sinh$/ }).click();
  await expect(heading(page, "Đăng ký khai sinh")).toBeVisible();
  await expect(heading(page, "Đăng ký khai sinh")).toBeFocused();
  await expect(page).toHaveTitle(/^Đăng ký khai sinh – /);
  for (const text of [
    "1.001193",
    "Ủy ban nhân dân cấp xã",
    "Bộ Tư pháp",
    "1 ngày làm việc",
    "Giấy chứng sinh",
    "Giấy khai sinh",
    "163/QĐ-BTP",
    "15/04/2026",
    "Phải đăng ký khai sinh trong 60 ngày",
    "phải có mặt tại cơ quan",
  ]) {
    await expect(page.getByRole("main").getByText(text).first()).toBeVisible();
  }
  await follow(page, "Nộp hồ sơ");
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
  await follow(page, "Tiếp tục");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
});

test("an unknown procedure and an unknown page show a message", async ({ page, browserErrors }) => {
  browserErrors.allowStatuses(404);
  await page.goto("/procedures/9.999999");
  await expect(page.getByText("Không có thủ tục mang mã này.")).toBeVisible();
  await page.goto("/khong-co");
  await expect(heading(page, "Không có trang này")).toBeVisible();
  await follow(page, "Về trang chủ");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
});
