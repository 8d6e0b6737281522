// Collects the errors that a citizen doesn't see on the screen: messages in the console, uncaught exceptions, and
// violations of the content security policy. A test that provokes an error must allow it beforehand.

import type { BrowserContext } from "@playwright/test";

/** The errors of all pages in one browser context. */
export class BrowserErrors {
  private readonly messages: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Starts collecting the errors of a browser context. */
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

  /** Allows responses with these HTTP statuses. The browser writes a console error for each of them. */
  allowStatuses(...statuses: number[]): void {
    for (const status of statuses) this.allowed.push(new RegExp(`status of ${status} `));
  }

  /** Allows errors of requests that get no response, for a test in which the backend can't be reached. */
  allowNetworkErrors(): void {
    const wasmAborted = /^TypeError: WebAssembly compilation aborted: Network error/;
    this.allowed.push(/Failed to load resource: net::ERR_/, /^TypeError: Failed to fetch/, wasmAborted, /^AbortError/);
  }

  /** Allows the errors of files that have wrong content, for a test in which the network sends something else. */
  allowWrongFiles(): void {
    this.allowed.push(/MIME type/, /CompileError/, /SyntaxError/, /Failed to fetch dynamically imported module/);
  }

  /** Allows the error of an app that the test makes crash. */
  allowCrash(): void {
    this.allowed.push(/RuntimeError: made to crash/);
  }

  /** Returns the errors that the test hasn't allowed. */
  unexpected(): string[] {
    return this.messages.filter((line) => !this.allowed.some((allowed) => allowed.test(line)));
  }
}
