// Trusted Types: in the whole app, the browser refuses to insert markup that could run a script, and refuses scripts
// from another origin.

import type { Page } from "@playwright/test";

import { heading } from "../../kit/citizen";
import { expect, test } from "../../kit/test";

/** Assigns markup to `innerHTML`, as a faulty app might do. Returns whether the browser allowed it. */
const insertMarkup = (page: Page, markup: string) =>
  page.evaluate((text) => {
    try {
      document.createElement("template").innerHTML = text;
      return "allowed";
    } catch {
      return "refused";
    }
  }, markup);

test("markup that could run a script is refused, plain markup is allowed", async ({ page }) => {
  await page.goto("/");
  await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
  expect(await insertMarkup(page, "<p>Mẫu đơn <b>số 1</b></p>")).toBe("allowed");
  expect(await insertMarkup(page, '<a class="skip-link" href="#main">Xem</a>')).toBe("allowed");
  const attacks = [
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<SCRIPT>alert(1)</SCRIPT>",
    '<a href="javascript:alert(1)">Xem</a>',
    '<a href="&#106;avascript:alert(1)">Xem</a>',
    '<a href="java&Tab;script&colon;alert(1)">Xem</a>',
    "<a href='data:text/html,x'>Xem</a>",
    "<form action=https://example.org><button formaction=//example.org>Gửi</button></form>",
    "<svg><a xlink:href='https://example.org'>Xem</a></svg>",
    '<svg><a><animate attributeName="href" values="x"/></a></svg>',
    "<img src=//example.org/x.png>",
    '<iframe srcdoc="<p>x</p>"></iframe>',
    '<meta http-equiv="refresh" content="0;url=//example.org">',
  ];
  for (const attack of attacks) expect(await insertMarkup(page, attack), attack).toBe("refused");
});

test("a script from another origin is refused before it is requested", async ({ page }) => {
  await page.goto("/");
  const outcome = await page.evaluate(() => {
    try {
      document.createElement("script").src = "https://example.org/x.js";
      return "allowed";
    } catch {
      return "refused";
    }
  });
  expect(outcome).toBe("refused");
});
