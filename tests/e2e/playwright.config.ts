// How the browser tests run: two screens, two at a time, no second tries. What a test needs beyond this
// is in ../kit.

import { defineConfig } from "@playwright/test";

const asRoot = process.getuid?.() === 0;

// Not tests but how README.md gets its picture, and a measurement.
const notTests = [
  ...(process.env.PICTURE ? [] : ["picture.spec.ts"]),
  ...(process.env.BENCH ? [] : ["typing_cost.spec.ts"]),
];
// What these are about has nothing to do with the width of the screen, or sets it itself.
const phoneAlone = [
  "public_device_ways.spec.ts",
  "bad_input.spec.ts", "bad_files.spec.ts", "outage.spec.ts", "large_text.spec.ts", "nothing_personal.spec.ts",
  "single_sign_on.spec.ts", "single_sign_on_attacks.spec.ts", "session_ends.spec.ts", "sign_out.spec.ts",
  "public_device.spec.ts", "lost_answers.spec.ts", "left_over.spec.ts", "unfinished.spec.ts", "parts.spec.ts",
  "sub_path.spec.ts", "other_origin.spec.ts", "proof.spec.ts", "elsewhere.spec.ts", "same_person.spec.ts",
];

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
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
      args: asRoot ? ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"] : [],
    },
  },
  projects: [
    {
      name: "phone",
      testIgnore: notTests,
      use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
    {
      name: "desktop",
      use: { viewport: { width: 1280, height: 800 } },
      testIgnore: [...phoneAlone, ...notTests],
    },
  ],
});
