// The fixtures of every browser test: a backend, two people, and a check that the browser reports no error.

import { expect, test as base } from "@playwright/test";

import { Backend } from "./backend";
import { type Person, createPerson } from "./person";
import { BrowserErrors } from "./browser_errors";

type Options = {
  /** Gives the test a backend of its own, because the test kills the backend or moves its clock. */
  ownBackend: boolean;
};
type Fixtures = {
  /** The backend that the test talks to. */
  backend: Backend;
  /** A person without an account. */
  person: Person;
  /** Another person without an account. */
  otherPerson: Person;
  /** Fails the test if the browser reports an error, unless the test has allowed this error. */
  browserErrors: BrowserErrors;
};

/** Playwright's `test` with these fixtures. Relative URLs refer to the backend. */
export const test = base.extend<Options & Fixtures, { sharedBackend: Backend }>({
  ownBackend: [false, { option: true }],
  sharedBackend: [
    async ({}, use) => {
      const backend = await Backend.launch();
      await use(backend);
      await backend.dispose();
    },
    { scope: "worker" },
  ],
  backend: async ({ ownBackend, sharedBackend }, use) => {
    const backend = ownBackend ? await Backend.launch() : sharedBackend;
    await use(backend);
    if (ownBackend) await backend.dispose();
  },
  baseURL: async ({ backend }, use) => use(backend.origin),
  person: async ({ backend }, use) => use(createPerson(backend)),
  otherPerson: async ({ backend }, use) => use(createPerson(backend)),
  browserErrors: [
    async ({ context }, use) => {
      const browserErrors = new BrowserErrors();
      await browserErrors.listen(context);
      await use(browserErrors);
      expect(browserErrors.unexpected(), "the console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
