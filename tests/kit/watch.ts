// What a citizen never sees and a test must not overlook: errors in the console, crashes, and whatever the
// content security policy stopped. A test that provokes one says so beforehand.

import type { BrowserContext } from "@playwright/test";

/** Listens to every page of a context. */
export class Watch {
  private readonly seen: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Begins to listen. */
  async on(context: BrowserContext): Promise<void> {
    context.on("console", (message) => {
      if (message.type() === "error") this.seen.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (fault) => this.seen.push(String(fault.error())));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`CSP stopped ${event.blockedURI || "something inline"}: ${event.violatedDirective}`);
      });
    });
  }

  /** The browser itself notes each refusal with one of these statuses: this test provokes them. */
  allowRefusals(...statuses: number[]): void {
    for (const status of statuses) this.allowed.push(new RegExp(`status of ${status} `));
  }

  /** The backend will be away for a while. */
  allowOutage(): void {
    const halfWay = /^TypeError: WebAssembly compilation aborted: Network error/;
    this.allowed.push(/Failed to load resource: net::ERR_/, /^TypeError: Failed to fetch/, halfWay);
  }

  /** The test makes the app crash, as a fault of its own would. */
  allowCrash(): void {
    this.allowed.push(/RuntimeError: made to crash/);
  }

  /** What nobody had allowed. */
  complaints(): string[] {
    return this.seen.filter((line) => !this.allowed.some((allowed) => allowed.test(line)));
  }
}
