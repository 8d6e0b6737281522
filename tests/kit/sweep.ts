// The accessibility sweep: a table of pages and the states they can be in, each looked at once in light and once in
// dark. The tests of a journey don't look again.

import type { Browser, BrowserContext, Page } from "@playwright/test";

import type { Backend } from "./backend";
import type { Person } from "./person";
import { noteFaultsInBothLooks } from "./sound";
import { expect, test } from "./test";
import type { Watch } from "./watch";

/** What a row may use to bring its page into its state. */
export type Given = {
  page: Page;
  context: BrowserContext;
  browser: Browser;
  backend: Backend;
  person: Person;
  other: Person;
  watch: Watch;
};

/**
 * A page, the state it is in, and how it gets there from where the row before has left it. Gives the page to look at
 * where that is another one than `page`.
 */
export type Row<More> = [page: string, state: string, open: (given: Given & More) => Promise<Page | void>];

/** What a test of these rows does: it ends with the list of everything that is wrong in any of them. */
export function sweep<More extends object>(
  prepare: (given: Given) => Promise<More>,
  rows: Row<More>[],
): (given: Given) => Promise<void> {
  return async ({ page, context, browser, backend, person, other, watch }) => {
    test.setTimeout(30_000 + rows.length * 15_000);
    const given = { page, context, browser, backend, person, other, watch };
    const all = { ...given, ...(await prepare(given)) };
    for (const [name, state, open] of rows) {
      await test.step(`${name}: ${state}`, async () => {
        const shown = (await open(all)) ?? page;
        if (!state.startsWith("loading")) await expect(shown.locator(".skeleton")).toHaveCount(0);
        await noteFaultsInBothLooks(shown, `${name}, ${state}`);
      });
    }
  };
}

/** For a table that needs nothing beforehand. */
export const nothingBeforehand = async (): Promise<object> => ({});
