// What comes after the first screen is fetched by itself, once: it is there before the line drops, and a chunk that
// the line kept away comes when the line is back.

import type { Page } from "@playwright/test";

import { follow, heading, press } from "../../kit/citizen";
import { everyChunk, fetched } from "../../kit/chunks";
import { expect, test } from "../../kit/test";

/** The first screen, when everything that comes after it is here too. Gives the number of wasm files. */
async function visited(page: Page): Promise<number> {
  await page.goto("/");
  return everyChunk(page);
}

test.describe("the line drops", () => {
  test.use({ alone: true });

  test("after the first screen: signing in and searching still open", async ({ page, backend, watch }) => {
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

test("a chunk that the line kept away is told, and comes by itself when the line is back", async ({ page, watch }) => {
  watch.allowOutage();
  await page.clock.install();
  await page.route("**/split_identity.wasm", (route) => route.abort());
  await page.goto("/");
  await follow(page, "Đăng ký");
  await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
  await page.unroute("**/split_identity.wasm");
  // So long the app waits between two tries.
  await page.clock.runFor(5_000);
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("«Thử lại» fetches a missing chunk at once", async ({ page, watch }) => {
  watch.allowOutage();
  // A clock that stands still: nothing is tried again by itself.
  await page.clock.install();
  await page.route("**/split_identity.wasm", (route) => route.abort());
  await page.goto("/");
  await follow(page, "Đăng ký");
  const told = page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" });
  await expect(told).toBeVisible();
  await page.clock.pauseAt(Date.now() + 300);
  await page.unroute("**/split_identity.wasm");
  await press(page, "Thử lại");
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("a second visit fetches no wasm", async ({ page }) => {
  await visited(page);
  expect((await fetched(page)).every((size) => size > 0)).toBe(true);
  expect(await visited(page)).toBeGreaterThan(3);
  expect((await fetched(page)).filter((size) => size > 0)).toEqual([]);
});
