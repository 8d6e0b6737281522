// Counts what comes over the line.

import type { CDPSession } from "@playwright/test";

/** How long no request may be under way until the line counts as idle, in milliseconds. */
const QUIET_MS = 1000;

/** Counts the requests of a page, and the bytes of their responses with headers. */
export class LineCounter {
  private readonly urls = new Map<string, string>();
  private readonly underWay = new Set<string>();
  private lastChange = Date.now();
  private total = 0;
  private wasm = 0;

  private constructor() {}

  /** Starts counting the requests of the page of a DevTools session. */
  static async attach(devtools: CDPSession): Promise<LineCounter> {
    const counter = new LineCounter();
    devtools.on("Network.requestWillBeSent", ({ requestId, request }) => {
      counter.urls.set(requestId, request.url);
      counter.underWay.add(requestId);
      counter.lastChange = Date.now();
    });
    devtools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      counter.total += encodedDataLength;
      if (counter.urls.get(requestId)?.endsWith(".wasm")) counter.wasm += encodedDataLength;
      counter.end(requestId);
    });
    devtools.on("Network.loadingFailed", ({ requestId }) => counter.end(requestId));
    await devtools.send("Network.enable");
    return counter;
  }

  private end(requestId: string): void {
    this.underWay.delete(requestId);
    this.lastChange = Date.now();
  }

  /** Bytes of all responses so far. A response from the browser's cache has none. */
  get bytes(): number {
    return this.total;
  }

  /** Bytes of all wasm files so far. */
  get wasmBytes(): number {
    return this.wasm;
  }

  /** Whether no request has been under way for a second. */
  get isIdle(): boolean {
    return this.underWay.size === 0 && Date.now() - this.lastChange > QUIET_MS;
  }
}
