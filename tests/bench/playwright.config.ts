// Configuration of `make bench-page`. One measurement runs at a time, because two would disturb each other.

import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  workers: 1,
  retries: 0,
  timeout: 0,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
});
