// A page as everybody must be able to use it: axe finds nothing, and nothing sticks out sideways.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects the page, in the state it is in now, to be usable by everybody. */
export async function expectSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(RULES).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
  expect(found, `axe on ${new URL(page.url()).pathname}`).toEqual([]);
  await expectFits(page);
}

/** Expects nothing to stick out sideways. */
export async function expectFits(page: Page): Promise<void> {
  const sticksOut = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > room;
  });
  expect(sticksOut, `${new URL(page.url()).pathname} is wider than the screen`).toBe(false);
}
