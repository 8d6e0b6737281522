// Measures how much script it takes to draw a page of a list of 500 dossiers, and a dossier with a history of 2,000 steps,
// with a CPU slowed down six times. Each is drawn again with other content. Runs only with `make bench`.

import type { CDPSession, Page } from "@playwright/test";

import { createDossier, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

const CPU_SLOWDOWN = 6;
/** The most script that drawing may take, in milliseconds. */
const DRAW_MS = 100;
const ROUNDS = 9;
/** The first rounds aren't counted: the browser still compiles the wasm. */
const WARM_UP = 2;
/** How often the page looks whether it is drawn, in milliseconds: rarely, because looking is script too. */
const LOOK_MS = 50;

// A Playwright trace takes snapshots of the page. This would distort the measurement.
test.use({ trace: "off" });

test("measures drawing a list of 500 dossiers and a history of 2,000 steps", { tag: ["@bench", "@desktop"] }, async ({ page, person, context }) => {
  test.setTimeout(180_000);
  await registerAndSignIn(page, person);
  const { code } = await createDossier(page, person);
  await page.route("**/api/dossiers?*", async (route) => {
    const number = Number(new URL(route.request().url()).searchParams.get("page"));
    const list = (await (await route.fetch({ url: route.request().url().replace(/page=\d+/, "page=1") })).json()) as { items: object[] };
    const items = Array.from({ length: 20 }, (_, index) => ({ ...list.items[0], code: `${code}-${number}-${index}` }));
    const counts = [{ tab: "new", count: 500 }];
    await route.fulfill({ json: { ...list, items, counts, page: number, pages: 25 } });
  });
  let round = 0;
  await page.route(`**/api/dossiers/${code}`, async (route) => {
    const dossier = (await (await route.fetch()).json()) as { history: object[] };
    round += 1;
    const history = Array.from({ length: 2000 }, (_, index) => ({ ...dossier.history[0], action: `Lần ${round}, bước ${2000 - index}` }));
    await route.fulfill({ json: { ...dossier, history } });
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  const listCosts: number[] = [];
  await page.goto("/dossiers?tab=new");
  await expect(page.locator(".dossier-cards > li")).toHaveCount(20);
  for (let number = 2; number < ROUNDS + 2; number += 1) {
    const next = `a[href$="page=${number}"]`;
    listCosts.push(await scriptOf(devtools, () => pressAndWait(page, next, `${code}-${number}-19`)));
  }
  const historyCosts: number[] = [];
  await page.goto(`/dossiers/${code}`);
  await expect(page.locator(".timeline__entry")).toHaveCount(30);
  for (let number = 0; number < ROUNDS; number += 1) {
    const refresh = "main .actions button.button--plain:not(.no-print button)";
    historyCosts.push(await scriptOf(devtools, () => pressAndWait(page, refresh, `Lần ${round + 1}, bước 1971`)));
  }
  for (const [what, costs] of [["the list of 500", listCosts], ["the history of 2,000", historyCosts]] as const) {
    const counted = costs.slice(WARM_UP).sort((one, other) => one - other);
    const median = counted[Math.floor(counted.length / 2)] ?? 0;
    console.log(`script to draw ${what}, ${CPU_SLOWDOWN}× slower, median of ${counted.length}: ${median.toFixed(1)} ms`);
    expect.soft(median, `script to draw ${what}, in milliseconds`).toBeLessThan(DRAW_MS);
  }
});

/** Presses the last of the elements in the page, and waits until the page has the text. Playwright's own waiting would be counted as script. */
const pressAndWait = (page: Page, selector: string, text: string): Promise<void> =>
  page.evaluate(
    ([selector, text, interval]) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (document.querySelector("main")?.textContent?.includes(text)) resolve();
          else setTimeout(look, interval);
        };
        setTimeout(look, interval);
        [...document.querySelectorAll<HTMLElement>(selector)].at(-1)?.click();
      }),
    [selector, text, LOOK_MS] as const,
  );

/** The script time of an action, in milliseconds. */
async function scriptOf(devtools: CDPSession, action: () => Promise<void>): Promise<number> {
  const read = async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? 0);
  };
  const before = await read();
  await action();
  return (await read()) - before;
}
