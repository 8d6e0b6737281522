// What every browser test stands on: a backend, somebody to be, and a watch over the console.

import { expect, test as base } from "@playwright/test";

import { Backend } from "./backend";
import { somebody, type Person } from "./person";
import { Watch } from "./watch";

type Options = {
  /** A backend for this test alone, because it kills it or moves its clock. */
  alone: boolean;
};
type Given = {
  /** The backend. */
  backend: Backend;
  /** Somebody who hasn't registered yet. */
  person: Person;
  /** Somebody else. */
  other: Person;
  /** The watch over the console; a test says here what it provokes. */
  watch: Watch;
};

/** `test` with a backend at its base address. */
export const test = base.extend<Options & Given, { everybodys: Backend }>({
  alone: [false, { option: true }],
  everybodys: [
    async ({}, use) => {
      const backend = await Backend.begin();
      await use(backend);
      await backend.end();
    },
    { scope: "worker" },
  ],
  backend: async ({ alone, everybodys }, use) => {
    const backend = alone ? await Backend.begin() : everybodys;
    await use(backend);
    if (alone) await backend.end();
  },
  baseURL: async ({ backend }, use) => use(backend.origin),
  person: async ({ backend }, use) => use(somebody(backend)),
  other: async ({ backend }, use) => use(somebody(backend)),
  watch: [
    async ({ context }, use) => {
      const watch = new Watch();
      await watch.on(context);
      await use(watch);
      expect(watch.complaints(), "the console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
