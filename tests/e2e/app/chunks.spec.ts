// After the first screen, the app loads its wasm chunks in the background, so that it still works when the connection
// is lost. If a chunk fails to load, the app requests it again.

import type { Page } from "@playwright/test";

import { follow, heading, press } from "../../kit/citizen";
import { waitForAllChunks, wasmTransferSizes } from "../../kit/chunks";
import { expect, test } from "../../kit/test";

/** Opens the first screen and waits until all chunks are loaded. Returns the number of wasm files. */
async function openFirstScreen(page: Page): Promise<number> {
  await page.goto("/");
  return waitForAllChunks(page);
}

test.describe("when the connection is lost", () => {
  test.use({ ownBackend: true });

  test("sign-in and search still open if the connection is lost after the first screen", async ({ page, backend, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    await openFirstScreen(page);
    await backend.kill();
    await follow(page, "Đăng nhập");
    await expect(heading(page, "Đăng nhập")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Mật khẩu" })).toBeVisible();
    await follow(page, "Dịch vụ công");
    await expect(heading(page, "Dịch vụ công trực tuyến")).toBeVisible();
  });
});

test("a chunk that fails to load shows an error and is loaded automatically when the connection is back", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await page.clock.install();
  await page.route("**/split_identity.wasm", (route) => route.abort());
  await page.goto("/");
  await follow(page, "Đăng ký");
  await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
  await page.unroute("**/split_identity.wasm");
  // Moves the page's clock past the app's delay between two attempts to load a chunk.
  await page.clock.runFor(5_000);
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("«Thử lại» loads a missing chunk immediately", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  // The test controls the page's clock and stops it, so that the app doesn't retry by itself.
  await page.clock.install();
  await page.route("**/split_identity.wasm", (route) => route.abort());
  await page.goto("/");
  await follow(page, "Đăng ký");
  const alert = page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" });
  await expect(alert).toBeVisible();
  await page.clock.pauseAt(Date.now() + 300);
  await page.unroute("**/split_identity.wasm");
  await press(page, "Thử lại");
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("«Thử lại» loads a chunk whose connection has stalled", async ({ page, browserErrors }) => {
  browserErrors.allowNetworkErrors();
  await page.clock.install();
  await page.route("**/split_identity.wasm", () => undefined);
  await page.goto("/");
  await follow(page, "Đăng ký");
  await expect(page.getByText("Đang tải")).toBeAttached();
  // From now on the page's clock stands still between the steps, so that the app doesn't retry by itself.
  await page.clock.pauseAt(Date.now() + 1_000);
  await page.clock.runFor(30_000);
  await expect(page.getByRole("alert").filter({ hasText: "Chưa kết nối được với máy chủ" })).toBeVisible();
  await page.unroute("**/split_identity.wasm");
  await press(page, "Thử lại");
  await expect(heading(page, "Đăng ký tài khoản")).toBeVisible();
});

test("a second visit downloads no wasm", async ({ page }) => {
  await openFirstScreen(page);
  expect((await wasmTransferSizes(page)).every((size) => size > 0)).toBe(true);
  expect(await openFirstScreen(page)).toBeGreaterThan(3);
  expect((await wasmTransferSizes(page)).filter((size) => size > 0)).toEqual([]);
});
