// A long random walk: links, Back, reload and a line that drops, in an order that nobody thought of. Each walk begins
// with a number, its seed, which its title tells; the same seed walks the same way.

import type { Page } from "@playwright/test";

import { BIRTH, drafted, sent, signedIn } from "../../kit/prepared";
import { expect, test } from "../../kit/test";

const WALKS = [1, 2, 3, 4, 5];
const STEPS = 120;

/** Numbers below one, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Follows one of the links on the page, if there is any. Leaves before the page that it leads to is whole. */
async function followAny(page: Page, random: () => number): Promise<void> {
  const links = page.locator("a[href]:visible:not([href^='#']):not([target]):not([download])");
  const count = await links.count();
  if (count === 0) return;
  // A page that is drawn again under the finger is no fault here.
  await links.nth(Math.floor(random() * count)).click({ timeout: 2_000, noWaitAfter: true }).catch(() => undefined);
}

for (const seed of WALKS) {
  test(`walk ${seed}: whatever is pressed in whatever order, a page stands and nothing is written to the console`, {
    tag: "@soak",
  }, async ({ page, context, person, watch }) => {
    test.setTimeout(600_000);
    watch.allowOutage();
    await page.goto("/");
    await signedIn(page, person);
    const { id } = await drafted(page, BIRTH, { child_name: "Trần Minh Thử" });
    await sent(page, person);
    const random = randomFrom(seed);
    await page.goto(`/drafts/${id}/form`);
    for (let step = 0; step < STEPS; step += 1) {
      const what = random();
      if (what < 0.7) await followAny(page, random);
      else if (what < 0.85) await page.goBack({ waitUntil: "commit", timeout: 2_000 }).catch(() => undefined);
      else if (what < 0.92) await page.reload({ waitUntil: "commit" });
      else {
        await context.setOffline(true);
        await followAny(page, random);
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
