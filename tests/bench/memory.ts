// The memory of the process that renders a page.

import { existsSync, readFileSync } from "node:fs";

import type { BrowserContext } from "@playwright/test";

/** Whether this system tells how much memory a process has for itself. Only Linux does. */
export const canMeasureMemory = (): boolean => existsSync("/proc/self/smaps_rollup");

/**
 * Returns the private memory of the browser's largest renderer, in bytes: what would be free without the page. The
 * other renderers are spare ones, which show nothing.
 */
export async function rendererPrivateBytes(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (!browser) throw new Error("the browser has no DevTools session of its own");
  const devtools = await browser.newBrowserCDPSession();
  const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
  await devtools.detach();
  const renderers = processInfo.filter(({ type }) => type === "renderer");
  return Math.max(...renderers.map(({ id }) => privateBytes(id)));
}

function privateBytes(process: number): number {
  const rollup = readFileSync(`/proc/${process}/smaps_rollup`, "utf8");
  const kibibytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)].map(([, number]) => Number(number));
  return 1024 * kibibytes.reduce((total, size) => total + size, 0);
}
