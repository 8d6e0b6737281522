// Long random walks through the app: each step follows a link, goes back, reloads the page or loses the connection. The
// title of a test contains the walk's seed, so that a failed walk can be repeated.

import type { Page } from "@playwright/test";

import { BIRTH_PROCEDURE, createDossier, createDraft, registerAndSignIn } from "../../kit/api_setup";
import { expect, test } from "../../kit/test";

const WALKS = [1, 2, 3, 4, 5];
const STEPS = 120;

/**
 * Returns a function that returns random numbers from 0 to 1 (mulberry32). The same seed always gives the same numbers.
 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Clicks a random link on the page, if there is one. Doesn't wait until the next page is complete. */
async function followRandomLink(page: Page, random: () => number): Promise<void> {
  const links = page.locator("a[href]:visible:not([href^='#']):not([target]):not([download])");
  const count = await links.count();
  if (count === 0) return;
  // The click may fail because the app rendered the page again in this moment. This isn't an error of the app.
  await links.nth(Math.floor(random() * count)).click({ timeout: 2_000, noWaitAfter: true }).catch(() => undefined);
}

for (const seed of WALKS) {
  test(`random walk ${seed}: every step leads to a page, and the browser reports no error`, {
    tag: "@soak",
  }, async ({ page, context, person, browserErrors }) => {
    test.setTimeout(600_000);
    browserErrors.allowNetworkErrors();
    await page.goto("/");
    await registerAndSignIn(page, person);
    const { id } = await createDraft(page, BIRTH_PROCEDURE, { child_name: "Trần Minh Thử" });
    await createDossier(page, person);
    const random = randomFrom(seed);
    await page.goto(`/drafts/${id}/form`);
    for (let step = 0; step < STEPS; step += 1) {
      const choice = random();
      if (choice < 0.7) await followRandomLink(page, random);
      else if (choice < 0.85) await page.goBack({ waitUntil: "commit", timeout: 2_000 }).catch(() => undefined);
      else if (choice < 0.92) await page.reload({ waitUntil: "commit" });
      else {
        await context.setOffline(true);
        await followRandomLink(page, random);
        await context.setOffline(false);
      }
      if (!page.url().startsWith("http")) await page.goto("/");
      await expect(page.getByRole("heading", { level: 1 }).first(), `after step ${step}`).toBeVisible();
    }
    await expect(page.getByText("Ứng dụng gặp lỗi")).toHaveCount(0);
    await page.goto(`/drafts/${id}/form`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
}
