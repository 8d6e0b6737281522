// Links to a place on the page, such as the skip link. They move the focus and stay on the page, although `<base href>`
// makes `#main` a URL of the home page.

import type { Page } from "@playwright/test";

import { errorSummary, heading, press } from "../../kit/citizen";
import { holdResponses } from "../../kit/delayed_responses";
import { serveUnderSubPath } from "../../kit/reverse_proxy";
import { expect, test } from "../../kit/test";

const PAGES = [
  "",
  "?from=share",
  "procedures?q=khai+sinh",
  "procedures/1.001193",
  "procedures/1.001193/prepare",
  "sign-in?next=%2Fdossiers",
  "register/phone",
  "forgotten-password",
  "look-up",
  "feedback",
  "no-such-page",
];

/** Follows the skip link with the keyboard. Expects that the page stays, with the focus in its main part. */
async function expectSkipLinkToStay(page: Page): Promise<void> {
  const place = page.url();
  const entries = await page.evaluate(() => history.length);
  await page.getByRole("link", { name: "Đến nội dung chính" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  expect(page.url()).toBe(place);
  expect(await page.evaluate(() => history.length)).toBe(entries);
}

test("«Đến nội dung chính» stays on every page, before and after the app has started", async ({ page }) => {
  for (const path of PAGES) {
    await test.step(`/${path}`, async () => {
      const releaseResponses = await holdResponses(page, "**/*.wasm");
      await page.goto(`/${path}`, { waitUntil: "commit" });
      await expect(page.getByRole("main")).toBeVisible();
      await page.waitForFunction(() => "goToPlace" in self);
      await expectSkipLinkToStay(page);
      await releaseResponses();
      await expect(page.locator("#shell")).toHaveCount(0);
      await expectSkipLinkToStay(page);
    });
  }
});

test("under a sub-path, «Đến nội dung chính» and the links of an error list stay on the page", async ({ page, backend }) => {
  const proxy = await serveUnderSubPath(backend.origin);
  await page.goto(`${proxy.origin}/portal/sign-in?next=%2Fdossiers`);
  await expect(heading(page, "Đăng nhập")).toBeVisible();
  await expectSkipLinkToStay(page);
  const place = page.url();
  await press(page, "Đăng nhập");
  await errorSummary(page).getByRole("link").last().click();
  await expect(page.getByLabel("Mật khẩu", { exact: true })).toBeFocused();
  expect(page.url()).toBe(place);
  await page.goto("about:blank");
  await proxy.stop();
});
