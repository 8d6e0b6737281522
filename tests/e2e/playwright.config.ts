// Configuration of the browser tests. Two tests run at a time, and a failed test isn't run again. Functions that the
// tests share are in ../kit.
//
// The project `phone` runs all tests except those tagged `@wide`, which are about wide screens only. The project
// `desktop` runs the tests tagged `@wide` or `@desktop`. In a test tagged `@desktop` the screen width matters.
// A test with one of the following tags runs only if the environment variable TIER names this tag:
//   @soak     long random walks                     TIER=soak npx playwright test
//   @bench    measurements                          TIER=bench npx playwright test
//   @picture  takes the screenshot in README.md     TIER=picture npx playwright test
//   @trunk    needs Trunk's builds                  TIER=trunk MOTCUA_GALLERY=… npx playwright test

import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;
const tier = process.env.TIER;
const tierPattern = tier ? `(?=.*@${tier}\\b)` : "(?!.*@(soak|bench|picture|trunk)\\b)";

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
    // A trace contains a DOM snapshot of each page, so it needs no screenshots. They would take a tenth of the running
    // time.
    trace: { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: asRoot ? ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] : [],
    },
  },
  projects: [
    {
      name: "phone",
      grep: new RegExp(`^${tierPattern}(?!.*@wide\\b)`, "s"),
      use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
    {
      name: "desktop",
      grep: new RegExp(`^${tierPattern}(?=.*@(desktop|wide)\\b)`, "s"),
      use: { viewport: { width: 1280, height: 800 } },
    },
  ],
});
