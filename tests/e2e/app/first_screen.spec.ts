// The first screen before the app is there: plain HTML that can be read, typed into and followed; what was
// done on it stays when the app takes over.

import type { Page } from "@playwright/test";

import { heading } from "../../kit/citizen";
import { holdBack } from "../../kit/held_back";
import { changePortal } from "../../kit/portal";
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
  await expect(heading(page, "Đang mở…")).toBeAttached();
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

test("the portal's own name, title, tiles, procedures and footer are shown, and no list that it left empty", async ({
  page,
}) => {
  await changePortal(page, (portal) => ({
    ...portal,
    name: "Cổng xã Thử",
    title: { vi: "Dịch vụ công xã Thử" },
    footer: { vi: "Trang của xã Thử." },
    tiles: [{ page: "weather" }, { page: "feedback" }, { page: "procedure", code: "1.001193", label: { vi: "Khai sinh" } }],
    popular: [],
  }));
  await page.goto("/");
  await expect(page.getByRole("banner").getByRole("link", { name: "Cổng xã Thử" })).toBeVisible();
  await expect(page).toHaveTitle("Dịch vụ công xã Thử");
  await expect(page.locator(".entries a")).toHaveText(["Góp ý", "Khai sinh"]);
  await expect(page.getByRole("heading", { name: "Thủ tục nhiều người làm" })).toHaveCount(0);
  await expect(page.getByRole("contentinfo")).toContainText("Trang của xã Thử.");
  await page.getByRole("main").getByRole("link", { name: "Khai sinh" }).click();
  await expect(heading(page, "Đăng ký khai sinh")).toBeVisible();
  await expect(page).toHaveTitle("Đăng ký khai sinh – Cổng xã Thử");
});

test("in a portal without Vietnamese the page turns English, with what was typed, focus and caret", async ({ page }) => {
  let tell = (): void => undefined;
  const told = new Promise<void>((done) => (tell = done));
  await changePortal(page, async (portal) => {
    await told;
    return { ...portal, languages: ["en"] };
  });
  await page.goto("/");
  await appIsThere(page);
  await field(page).pressSequentially("khai snh");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  tell();
  await expect(heading(page, "What do you need to do?")).toBeVisible();
  await expect(page.getByRole("button", { name: "Tiếng Việt" })).toBeHidden();
  const english = page.getByRole("searchbox", { name: "Name of the procedure" });
  await expect(english).toBeFocused();
  await page.keyboard.type("i");
  await expect(english).toHaveValue("khai sinh");
});
