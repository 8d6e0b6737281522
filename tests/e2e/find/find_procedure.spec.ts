// Step 3 (R1.11–R1.17): the list of all procedures, searched the way people ask, filtered, read.

import type { Page } from "@playwright/test";

import { follow, heading, pick, press } from "../../kit/citizen";
import { expect, test } from "../../kit/test";

const searchField = (page: Page) => page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" });
const found = (page: Page) => page.getByRole("heading", { level: 2, name: /^Có \d+ thủ tục$/ });
const howMany = async (page: Page) => Number(/\d+/.exec(await found(page).innerText())?.[0]);
const firstOf = (page: Page) => page.getByRole("heading", { level: 3 }).first();

/** On a phone they are folded away; on a wide screen they stand open. */
async function openFilters(page: Page): Promise<void> {
  await expect(found(page)).toBeVisible();
  const folded = page.getByText(/^Lọc kết quả/);
  if (!(await page.getByRole("combobox", { name: "Lĩnh vực" }).isVisible())) await folded.click();
}

test("the first screen leads to the whole list", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  await follow(page, "Tất cả thủ tục");
  await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
  await expect(found(page)).toHaveText("Có 60 thủ tục");
});

test("what people type, without accents or in words of their own, finds what they mean", async ({ page }) => {
  await page.goto("/");
  for (const [typed, meant] of [
    ["dk khai sinh", "Đăng ký khai sinh"],
    ["khai sanh", "Đăng ký khai sinh"],
    ["ho khau", "Đăng ký thường trú"],
    ["KẾT HÔN", "Đăng ký kết hôn"],
    ["giay doc than", /tình trạng hôn nhân/],
  ] as const) {
    await searchField(page).fill(typed);
    await press(page, "Tìm");
    await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
    await expect(searchField(page)).toHaveValue(typed);
    await expect(firstOf(page)).toHaveText(meant);
    await page.getByRole("banner").getByRole("link", { name: "Một Cửa" }).click();
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  }
});

test("filters say how many each leaves, live in the address, and survive Back and reload", { tag: "@desktop" }, async ({ page }) => {
  await page.goto("/procedures");
  await expect(found(page)).toHaveText("Có 60 thủ tục");
  await openFilters(page);
  const offer = page.getByRole("combobox", { name: "Lĩnh vực" }).locator("option").filter({ hasText: "Cư trú" });
  const promised = Number(/\((\d+)\)/.exec((await offer.innerText()) ?? "")?.[1]);
  await pick(page, "Lĩnh vực", "Cư trú");
  await expect(found(page)).toHaveText(`Có ${promised} thủ tục`);
  await expect(page).toHaveURL(/field=cu-tru/);
  await pick(page, "Mức độ", "Toàn trình");
  await expect(page).toHaveURL(/level=/);
  const both = await howMany(page);
  expect(both).toBeLessThan(promised);
  await page.reload();
  await expect(found(page)).toHaveText(`Có ${both} thủ tục`);
  await expect(page.getByRole("combobox", { name: "Lĩnh vực" })).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Lĩnh vực" })).toHaveValue("cu-tru");
  await page.goBack();
  await expect(found(page)).toHaveText(`Có ${promised} thủ tục`);
  await page.goBack();
  await expect(found(page)).toHaveText("Có 60 thủ tục");
});

test("what was typed is in the address, and comes back from a procedure", async ({ page }) => {
  await page.goto("/procedures");
  await searchField(page).fill("ho khau & 100%");
  await searchField(page).fill("tam tru");
  await expect(page).toHaveURL(/q=tam/);
  await expect(searchField(page)).toBeFocused();
  const before = await howMany(page);
  await firstOf(page).getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Thành phần hồ sơ" })).toBeVisible();
  await page.goBack();
  await expect(searchField(page)).toHaveValue("tam tru");
  await expect(found(page)).toHaveText(`Có ${before} thủ tục`);
});

test("an address with signs in it is read once, not twice", async ({ page }) => {
  await page.goto("/procedures?q=100%25+%2B+%26");
  await expect(searchField(page)).toHaveValue("100% + &");
});

test("nothing found says what to try, and leads back to everything", async ({ page }) => {
  await page.goto("/procedures?q=xyzxyz");
  await expect(page.getByRole("heading", { name: "Không tìm thấy thủ tục nào" })).toBeVisible();
  await press(page, "Xem tất cả thủ tục");
  await expect(found(page)).toHaveText("Có 60 thủ tục");
  await expect(searchField(page)).toHaveValue("");
});

test("«Chi tiết» shows everything the record holds, and leads to «Nộp hồ sơ»", async ({ page }) => {
  await page.goto("/procedures?q=khai+sinh");
  await page.getByRole("link", { name: /^Chi tiết *: Đăng ký khai sinh$/ }).click();
  await expect(heading(page, "Đăng ký khai sinh")).toBeVisible();
  await expect(heading(page, "Đăng ký khai sinh")).toBeFocused();
  await expect(page).toHaveTitle(/^Đăng ký khai sinh – /);
  for (const said of [
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
    await expect(page.getByRole("main").getByText(said).first()).toBeVisible();
  }
  await follow(page, "Nộp hồ sơ");
  await expect(heading(page, "Chuẩn bị hồ sơ")).toBeVisible();
  await follow(page, "Tiếp tục");
  await expect(heading(page, "Đăng nhập")).toBeVisible();
});

test("a procedure that doesn't exist, and a page that doesn't, say so", async ({ page, watch }) => {
  watch.allowRefusals(404);
  await page.goto("/procedures/9.999999");
  await expect(page.getByText("Không có thủ tục mang mã này.")).toBeVisible();
  await page.goto("/khong-co");
  await expect(heading(page, "Không có trang này")).toBeVisible();
  await follow(page, "Về trang chủ");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
});
