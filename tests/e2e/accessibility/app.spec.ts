// Accessibility of pages before the app has started, after it couldn't be loaded, and after it has crashed. The English
// pages are checked in ../app/in_english.spec.ts.

import { heading } from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import { accessibilitySweep, noPreparation } from "../../kit/accessibility_sweep";
import { expect, test } from "../../kit/test";

test("pages before the app starts and after it crashes are accessible in light and dark mode", accessibilitySweep(noPreparation, [
  ["first screen", "loading: before the app starts", async ({ page }) => {
    await holdResponses(page, "**/*.wasm");
    await page.goto("/", { waitUntil: "commit" });
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  }],
  ["other page", "loading: before the app starts", async ({ page }) => {
    await page.goto("/procedures", { waitUntil: "commit" });
    await expect(heading(page, "Đang mở…")).toBeAttached();
  }],
  ["first screen", "the app can't be loaded", async ({ page, browserErrors }) => {
    browserErrors.allowNetworkErrors();
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("/");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa tải được ứng dụng" })).toBeVisible();
  }],
  ["other page", "the app can't be loaded", async ({ page }) => {
    await page.goto("/procedures");
    await expect(heading(page, "Chưa tải được ứng dụng")).toBeVisible();
  }],
  ["any page", "after a crash", async ({ page, browserErrors }) => {
    browserErrors.allowCrash();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.goto("/lookup");
    await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
    await page.evaluate(() => void Promise.reject(new WebAssembly.RuntimeError("made to crash")));
    await expect(heading(page, "Ứng dụng gặp lỗi")).toBeFocused();
  }],
  ["first screen", "in an outdated browser", async ({ page }) => {
    await page.addInitScript(() => Object.assign(WebAssembly, { validate: () => false }));
    await page.goto("/");
    await expect(page.getByRole("alert").filter({ hasText: "Trình duyệt này quá cũ" })).toBeVisible();
  }],
]));
