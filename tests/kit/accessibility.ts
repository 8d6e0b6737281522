// Accessibility checks of a page: axe finds no violation, and the page doesn't scroll sideways.

import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Expects that axe finds no violation on the page as it is now, and that the page doesn't scroll sideways. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeViolations(page), `axe on ${pathOf(page)}`).toEqual([]);
  await expectNoHorizontalOverflow(page);
}

/**
 * Checks the page with axe in light and in dark mode, and checks that it doesn't scroll sideways. A failure doesn't
 * stop the test, so that one run reports the failures of all pages.
 */
export async function checkLightAndDark(page: Page, state: string): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    await waitForTransitions(page);
    expect.soft(await axeViolations(page), `axe on ${state}, ${colorScheme}`).toEqual([]);
  }
  expect.soft(await overflowsHorizontally(page), `${state} is wider than the screen`).toBe(false);
}

/** Waits until no colour changes any more. In the middle of a transition, axe would measure a colour that soon disappears. */
async function waitForTransitions(page: Page): Promise<void> {
  await page.evaluate(() => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    return Promise.allSettled(transitions.map((transition) => transition.finished));
  });
}

/** Expects that the page doesn't scroll sideways, that is, no content is wider than the screen. */
export async function expectNoHorizontalOverflow(page: Page): Promise<void> {
  expect(await overflowsHorizontally(page), `${pathOf(page)} is wider than the screen`).toBe(false);
}

async function axeViolations(page: Page): Promise<{ rule: string; where: string[] }[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(RULES);
  const { violations } = await axe.analyze();
  return violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    where: nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
  }));
}

const overflowsHorizontally = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const pathOf = (page: Page): string => new URL(page.url()).pathname;
