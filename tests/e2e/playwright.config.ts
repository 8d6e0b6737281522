// How the browser tests run: two at a time, no second tries. What a test needs beyond this is in ../kit.
//
// The project `phone` runs every test, and `desktop` those tagged `@desktop`, where the width of the screen matters.
// A test tagged `@wide` is about a wide screen alone: only `desktop` runs it.
// A test with one of these tags is left out, unless the environment variable TIER names the tag:
//   @soak     long walks                            TIER=soak npx playwright test
//   @bench    measurements                          TIER=bench npx playwright test
//   @picture  takes the picture in README.md        TIER=picture npx playwright test
//   @trunk    needs the development build           TIER=trunk MOTCUA_GALLERY=… npx playwright test

import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;
const tier = process.env.TIER;
const chosen = tier ? `(?=.*@${tier}\\b)` : "(?!.*@(soak|bench|picture|trunk)\\b)";

export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    // Pictures would cost a tenth of the time; the pages themselves are in the trace.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: asRoot ? ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] : [],
    },
  },
  projects: [
    {
      name: "phone",
      grep: new RegExp(`^${chosen}(?!.*@wide\\b)`, "s"),
      use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
    {
      name: "desktop",
      grep: new RegExp(`^${chosen}(?=.*@(desktop|wide)\\b)`, "s"),
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
});
