// Trusted Types: the browser takes no markup that could run, and no script from elsewhere, wherever in the app it came from.

import type { Page } from "@playwright/test";

import { heading } from "../../kit/citizen";
import { expect, test } from "../../kit/test";

/** What becomes of markup that a fault of the app might put into the page. */
const put = (page: Page, markup: string) =>
  page.evaluate((text) => {
    try {
      document.createElement("template").innerHTML = text;
      return "taken";
    } catch {
      return "refused";
    }
  }, markup);

test("markup that could run is refused, plain markup isn't", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  expect(await put(page, "<p>Mẫu đơn <b>số 1</b></p>")).toBe("taken");
  const attacks = [
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<SCRIPT>alert(1)</SCRIPT>",
    '<a href="javascript:alert(1)">Xem</a>',
    '<iframe srcdoc="<p>x</p>"></iframe>',
    '<meta http-equiv="refresh" content="0;url=//example.org">',
  ];
  for (const attack of attacks) expect(await put(page, attack), attack).toBe("refused");
});

test("a script from another origin is refused before it is asked for", async ({ page }) => {
  await page.goto("/");
  const outcome = await page.evaluate(() => {
    try {
      document.createElement("script").src = "https://example.org/x.js";
      return "taken";
    } catch {
      return "refused";
    }
  });
  expect(outcome).toBe("refused");
});
