// The first screen before the app is there: plain HTML that can be read, typed into and followed; what was
// done on it stays when the app takes over.

import type { Page } from "@playwright/test";

import { heading } from "../../kit/citizen";
import { holdBack } from "../../kit/held_back";
import { expect, test } from "../../kit/test";

const field = (page: Page) => page.getByRole("searchbox", { name: "Tên thủ tục hoặc việc cần làm" });

/** Keeps the app from arriving until the test lets it. */
const heldBack = (page: Page) => holdBack(page, "**/*.wasm");

/** The app is there when the plain screen is gone. */
const appIsThere = (page: Page) => expect(page.locator("#shell")).toHaveCount(0);

test("text, focus and caret stay when the app takes over, and typing goes on", async ({ page }) => {
  const letCome = await heldBack(page);
  await page.goto("/", { waitUntil: "commit" });
  await field(page).click();
  await page.keyboard.type("khai snh");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator("#shell")).toHaveCount(1);
  await letCome();
  await appIsThere(page);
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("i");
  await expect(field(page)).toHaveValue("khai sinh");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: /^Có \d+ thủ tục$/ })).toBeVisible();
});

test("the plain screen looks like the app's own, which takes its place without anything moving", { tag: "@desktop" }, async ({ page }) => {
  const letCome = await heldBack(page);
  await page.goto("/", { waitUntil: "commit" });
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  const places = () =>
    page.evaluate(() => {
      const seen = [...document.querySelectorAll("h1, input, main button, .ways li, header a, footer p")];
      return seen.map((element) => {
        const { x, y, width } = element.getBoundingClientRect();
        return `${element.tagName} ${Math.round(x)} ${Math.round(y)} ${Math.round(width)}`;
      });
    });
  const before = await places();
  await letCome();
  await appIsThere(page);
  await expect.poll(places).toEqual(before);
});

test("a search sent before the app came is answered by the app", async ({ page }) => {
  const letCome = await heldBack(page);
  await page.goto("/", { waitUntil: "commit" });
  await field(page).fill("khai sinh");
  await field(page).press("Enter");
  await page.waitForURL(/\/procedures\?q=khai\+sinh/, { waitUntil: "commit" });
  await letCome();
  await expect(field(page)).toHaveValue("khai sinh");
  await expect(page.getByRole("heading", { level: 3 }).first()).toHaveText("Đăng ký khai sinh");
});

test("an app that never arrives is told, and the plain screen stays", async ({ page, watch }) => {
  watch.allowOutage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByRole("alert").filter({ hasText: "Chưa tải được ứng dụng" })).toBeVisible();
  await expect(field(page)).toBeVisible();
});

test("another page says that it is opening, not what the first screen says", async ({ page }) => {
  const letCome = await heldBack(page);
  await page.goto("/procedures", { waitUntil: "commit" });
  await expect(page.getByText("Đang mở…")).toBeAttached();
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toHaveCount(0);
  await letCome();
  await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
});

test("a browser that is too old is told so in plain words", async ({ page }) => {
  await page.addInitScript(() => Object.assign(WebAssembly, { validate: () => false }));
  await page.goto("/");
  await expect(page.getByRole("alert").filter({ hasText: "Trình duyệt này quá cũ" })).toBeVisible();
  await expect(field(page)).toBeVisible();
});

test("the header bears the portal's own name, and only a language that it offers is offered", async ({ page }) => {
  await page.route("**/api/portal", async (route) => {
    const answer = await route.fetch();
    const portal = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...portal, name: "Cổng xã Thử", languages: ["vi"] } });
  });
  await page.goto("/");
  await expect(page.getByRole("banner").getByRole("link", { name: "Cổng xã Thử" })).toBeVisible();
  await expect(page.getByRole("button", { name: "English" })).toBeHidden();
});
