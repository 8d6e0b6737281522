// Collects errors that a citizen doesn't see: console errors, uncaught exceptions, and violations of the content security
// policy. A test that causes such an error allows it beforehand.

import type { BrowserContext } from "@playwright/test";

/** The errors of every page of a browser context. */
export class BrowserErrors {
  private readonly messages: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Starts collecting. */
  async listen(context: BrowserContext): Promise<void> {
    context.on("console", (message) => {
      if (message.type() === "error") this.messages.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (event) => this.messages.push(String(event.error())));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`CSP blocked ${event.blockedURI || "something inline"}: ${event.violatedDirective}`);
      });
    });
  }

  /** Allows HTTP responses with these statuses, which the browser reports as console errors. */
  allowStatuses(...statuses: number[]): void {
    for (const status of statuses) this.allowed.push(new RegExp(`status of ${status} `));
  }

  /** Allows failed requests, for a test in which the backend can't be reached. */
  allowNetworkErrors(): void {
    const wasmAborted = /^TypeError: WebAssembly compilation aborted: Network error/;
    this.allowed.push(/Failed to load resource: net::ERR_/, /^TypeError: Failed to fetch/, wasmAborted);
  }

  /** Allows the crash that a test causes on purpose. */
  allowCrash(): void {
    this.allowed.push(/RuntimeError: made to crash/);
  }

  /** The errors that the test hasn't allowed. */
  unexpected(): string[] {
    return this.messages.filter((line) => !this.allowed.some((allowed) => allowed.test(line)));
  }
}
