// The accessibility sweep: a table of pages and their states. Each state is checked once in light and once in dark mode,
// so that the other tests needn't run axe.

import type { Browser, BrowserContext, Page } from "@playwright/test";

import type { Backend } from "./backend";
import type { Person } from "./person";
import { checkLightAndDark } from "./accessibility";
import { expect, test } from "./test";
import type { BrowserErrors } from "./browser_errors";

/** What a row can use to bring its page into its state. */
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
 * Name of a page, name of its state, and a function that opens the page in this state. The function starts where the
 * previous row ended. It returns the page to check if that isn't `page`.
 */
export type SweepRow<More> = [page: string, state: string, open: (given: SweepContext & More) => Promise<Page | void>];

/** Makes the body of a test that opens and checks each row in turn, after `prepare`. The test reports all failures. */
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

/** For a table that needs no preparation. */
export const noPreparation = async (): Promise<object> => ({});
