// Measures how much script it takes to draw a page of a list of 500 dossiers and the page of a dossier with a history of
// 2,000 steps, with a CPU slowed down six times. Runs only with `make bench`.

import type { CDPSession, Page } from "@playwright/test";

import { createDossier, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

const CPU_SLOWDOWN = 6;
/** The most script that drawing may take, in milliseconds. */
const DRAW_MS = 100;
const ROUNDS = 5;

// A Playwright trace takes snapshots of the page. This would distort the measurement.
test.use({ trace: "off" });

test("measures drawing a list of 500 dossiers and a history of 2,000 steps", { tag: ["@bench", "@desktop"] }, async ({ page, person, context }) => {
  test.setTimeout(180_000);
  await registerAndSignIn(page, person);
  const { code } = await createDossier(page, person);
  await page.route("**/api/dossiers?*", async (route) => {
    const list = (await (await route.fetch()).json()) as { items: Record<string, unknown>[] };
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const items = numbers.map((number) => ({ ...list.items[0], code: `${code}${number}`, updated_at: new Date(1.8e12 + number * 1e6).toISOString() }));
    const counts = [{ tab: "new", count: 300 }, { tab: "processing", count: 200 }];
    await route.fulfill({ json: { ...list, items, counts, pages: 15 } });
  });
  await page.route(`**/api/dossiers/${code}`, async (route) => {
    const dossier = (await (await route.fetch()).json()) as { history: Record<string, unknown>[] };
    const history = Array.from({ length: 2000 }, (_, index) => ({ ...dossier.history[0], action: `Bước ${2000 - index}`, note: "Đã chuyển bộ phận chuyên môn." }));
    await route.fulfill({ json: { ...dossier, history } });
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  // Both pages are drawn once before, so that the wasm is compiled.
  await page.goto("/dossiers?tab=new");
  await expect(page.locator(".dossier-cards > li")).toHaveCount(20);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  const costs: Record<string, number[]> = { "the list of 500": [], "the history of 2,000": [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    costs["the history of 2,000"]?.push(await scriptOf(page, devtools, async () => {
      await page.locator(".dossier-cards a").first().evaluate((link, code) => link.setAttribute("href", link.getAttribute("href")?.replace(/[^/]+$/, code) ?? ""), code);
      await page.locator(".dossier-cards a").first().click();
      await expect(page.locator(".timeline__entry")).toHaveCount(30);
    }));
    costs["the list of 500"]?.push(await scriptOf(page, devtools, async () => {
      await page.getByRole("main").getByRole("link", { name: "Hồ sơ của tôi" }).click();
      await expect(page.locator(".dossier-cards > li")).toHaveCount(20);
    }));
  }
  for (const [what, times] of Object.entries(costs)) {
    const median = times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
    console.log(`script to draw ${what}, ${CPU_SLOWDOWN}× slower, median of ${ROUNDS}: ${median.toFixed(1)} ms`);
    expect.soft(median, `script to draw ${what}, in milliseconds`).toBeLessThan(DRAW_MS);
  }
});

/** The script time of an action, in milliseconds. */
async function scriptOf(page: Page, devtools: CDPSession, action: () => Promise<void>): Promise<number> {
  const read = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0);
  };
  const before = await read();
  await action();
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  return (await read()) - before;
}
