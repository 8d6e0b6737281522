// The fixtures that every browser test can use: a backend, two people, and a check that the browser reports no error.

import { expect, test as base } from "@playwright/test";

import { Backend } from "./backend";
import { type Person, createPerson } from "./person";
import { BrowserErrors } from "./browser_errors";

type Options = {
  /**
   * Starts a separate backend for the test. It is needed if the test kills the backend or moves its clock, because
   * other tests share the common backend.
   */
  ownBackend: boolean;
};
type Fixtures = {
  /** The backend that serves the app. */
  backend: Backend;
  /** An invented person who has no account yet. */
  person: Person;
  /** A second invented person who has no account yet. */
  otherPerson: Person;
  /** Fails the test if the browser reports an error that the test hasn't allowed. */
  browserErrors: BrowserErrors;
};

/** Playwright's `test` with these fixtures. A relative URL in a test is a path of the backend. */
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
