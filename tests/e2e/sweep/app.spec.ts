// The app before it is there, where it can't come, and after it has crashed. Its pages in English are checked where they
// are read word by word: ../app/in_english.spec.ts.

import { heading } from "../../kit/citizen";
import { holdBack } from "../../kit/held_back";
import { nothingBeforehand, sweep } from "../../kit/sweep";
import { expect, test } from "../../kit/test";

test("the app that isn't there: usable by everybody, in light and in dark", sweep(nothingBeforehand, [
  ["the first screen", "loading: the app hasn't come yet", async ({ page }) => {
    await holdBack(page, "**/*.wasm");
    await page.goto("/", { waitUntil: "commit" });
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  }],
  ["another page", "loading: the app hasn't come yet", async ({ page }) => {
    await page.goto("/procedures", { waitUntil: "commit" });
    await expect(heading(page, "Đang mở…")).toBeAttached();
  }],
  ["the first screen", "the app never arrives", async ({ page, watch }) => {
    watch.allowOutage();
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("/");
    await expect(page.getByRole("alert").filter({ hasText: "Chưa tải được ứng dụng" })).toBeVisible();
  }],
  ["another page", "the app never arrives", async ({ page }) => {
    await page.goto("/procedures");
    await expect(heading(page, "Chưa tải được ứng dụng")).toBeVisible();
  }],
  ["a page", "after a crash", async ({ page, watch }) => {
    watch.allowCrash();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.goto("/lookup");
    await expect(heading(page, "Tra cứu hồ sơ")).toBeVisible();
    await page.evaluate(() => void Promise.reject(new WebAssembly.RuntimeError("made to crash")));
    await expect(heading(page, "Ứng dụng gặp lỗi")).toBeFocused();
  }],
  ["the first screen", "in a browser that is too old", async ({ page }) => {
    await page.addInitScript(() => Object.assign(WebAssembly, { validate: () => false }));
    await page.goto("/");
    await expect(page.getByRole("alert").filter({ hasText: "Trình duyệt này quá cũ" })).toBeVisible();
  }],
]));
