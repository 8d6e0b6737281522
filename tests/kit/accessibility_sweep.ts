// The accessibility sweep: tests that open many pages, each in several states, and check them with axe in light and in
// dark mode. So the other tests needn't run axe.

import type { Browser, BrowserContext, Page } from "@playwright/test";

import type { Backend } from "./backend";
import type { Person } from "./person";
import { checkLightAndDark } from "./accessibility";
import { expect, test } from "./test";
import type { BrowserErrors } from "./browser_errors";

/** The fixtures that a row's function can use to open its page. */
export type SweepContext = {
  page: Page;
  context: BrowserContext;
  browser: Browser;
  backend: Backend;
  person: Person;
  otherPerson: Person;
  browserErrors: BrowserErrors;
};

/**
 * One row of the sweep's table: the name of a page, the name of a state, and a function that opens the page in this
 * state. The function starts from where the previous row ended. If it opens the state in another page than `page`, it
 * returns that page.
 */
export type SweepRow<More> = [page: string, state: string, open: (given: SweepContext & More) => Promise<Page | void>];

/**
 * Returns the body of a test. The test runs `prepare` once, then opens and checks each row in turn. It reports the
 * failures of all rows.
 */
export function accessibilitySweep<More extends object>(
  prepare: (given: SweepContext) => Promise<More>,
  rows: SweepRow<More>[],
): (given: SweepContext) => Promise<void> {
  return async ({ page, context, browser, backend, person, otherPerson, browserErrors }) => {
    test.setTimeout(30_000 + rows.length * 15_000);
    const given = { page, context, browser, backend, person, otherPerson, browserErrors };
    const all = { ...given, ...(await prepare(given)) };
    for (const [name, state, open] of rows) {
      await test.step(`${name}: ${state}`, async () => {
        const shown = (await open(all)) ?? page;
        if (!state.startsWith("loading")) await expect(shown.locator(".skeleton")).toHaveCount(0);
        await checkLightAndDark(shown, `${name}, ${state}`);
      });
    }
  };
}

/** The `prepare` function of a table whose rows need no preparation. */
export const noPreparation = async (): Promise<object> => ({});
