// What comes after the first screen is fetched by itself, once: it is there before the line drops, and a part that
// the line kept away comes when the line is back.

import type { Page } from "@playwright/test";

import { follow, heading } from "../kit/citizen";
import { expect, test } from "../kit/test";

const PARTS = ["account", "filing", "find"];

/** The first screen, when everything that comes after it is here too. */
async function visited(page: Page): Promise<void> {
  const parts = PARTS.map((part) => page.waitForEvent("requestfinished", (request) => request.url().includes(`_split_${part}.wasm`)));
  await page.goto("/");
  await Promise.all(parts);
}

/** What each wasm cost on the line, by its name. */
const fetched = (page: Page) =>
  page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return entries.filter(({ name }) => name.endsWith(".wasm")).map(({ transferSize }) => transferSize);
  });

test.describe("the line drops", () => {
  test.use({ alone: true });

  test("after the first screen: every page still opens", async ({ page, backend, watch }) => {
    watch.allowOutage();
    await visited(page);
    await backend.kill();
    await follow(page, "Đăng nhập");
    await expect(heading(page, "Đăng nhập")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Mật khẩu" })).toBeVisible();
    await follow(page, "Dịch vụ công");
    await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
  });
});

test("a part that the line kept away is told, and comes by itself when the line is back", async ({ page, watch }) => {
  watch.allowOutage();
  await page.route("**/*_split_account.wasm", (route) => route.abort());
  await page.goto("/");
  await follow(page, "Đăng ký");
  await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
  await page.unroute("**/*_split_account.wasm");
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("a second visit fetches no wasm", async ({ page }) => {
  await visited(page);
  expect((await fetched(page)).every((size) => size > 0)).toBe(true);
  await visited(page);
  const again = await fetched(page);
  expect(again.length).toBeGreaterThan(PARTS.length);
  expect(again).toEqual(again.map(() => 0));
});
