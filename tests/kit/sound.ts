// A page as everybody must be able to use it: axe finds nothing, and nothing sticks out sideways.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects the page, in the state it is in now, to be usable by everybody. */
export async function expectSound(page: Page): Promise<void> {
  expect(await faults(page), `axe on ${pathOf(page)}`).toEqual([]);
  await expectFits(page);
}

/** The same in light and in dark. Notes what is wrong and goes on, so that one run names every page with a fault. */
export async function noteFaultsInBothLooks(page: Page, state: string): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect.soft(await faults(page), `axe on ${state}, ${colorScheme}`).toEqual([]);
  }
  expect.soft(await sticksOut(page), `${state} is wider than the screen`).toBe(false);
}

/** Expects nothing to stick out sideways. */
export async function expectFits(page: Page): Promise<void> {
  expect(await sticksOut(page), `${pathOf(page)} is wider than the screen`).toBe(false);
}

async function faults(page: Page): Promise<{ rule: string; where: string[] }[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(RULES);
  const { violations } = await axe.analyze();
  return violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
}

const sticksOut = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const pathOf = (page: Page): string => new URL(page.url()).pathname;
