// Starts a browser with a new, empty profile for each measurement.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type BrowserContext, chromium } from "@playwright/test";

const asRoot = process.getuid?.() === 0;

/**
 * Starts a browser with an empty profile on disk, as a person has one, calls `use`, and deletes the profile. A context
 * of a running browser would share its processes and caches in memory with the measurements before. `executable` is a
 * program that starts the browser.
 */
export async function withNewProfile<T>(
  use: (context: BrowserContext) => Promise<T>,
  { executable = browserPath(), baseURL }: { executable?: string; baseURL?: string } = {},
): Promise<T> {
  const profile = await mkdtemp(join(tmpdir(), "motcua-profile-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    baseURL,
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    args: asRoot ? ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] : [],
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** Path of the browser. */
export const browserPath = (): string => process.env.CHROMIUM || "/usr/bin/chromium";
