// Building and serving the app with Trunk, as a Leptos developer does it: without this project's wrapper scripts and
// environment variables. `make trunk` installs Trunk, makes the builds that these tests open, and runs the tests.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { Backend } from "../../kit/backend";
import { heading } from "../../kit/citizen";
import { expect, test } from "../../kit/test";

const root = resolve(__dirname, "../../..");
const RELEASE = process.env.MOTCUA_TRUNK || join(root, "dist-trunk");
/** The port of the backend. Trunk.toml tells Trunk to forward API requests to this port. */
const BACKEND_PORT = 8080;
const TRUNK = "http://127.0.0.1:8090";

/** Starts `trunk serve`. It gets only the environment variables that locate programs and crates. */
function serve(): ChildProcess {
  const names = ["HOME", "PATH", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN"] as const;
  const env = Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return spawn("trunk", ["serve"], { cwd: root, env, stdio: "inherit" });
}

test("Trunk's release build opens, and so does its sign-in page, without chunks", { tag: "@trunk" }, async ({ page }) => {
  const backend = await Backend.launch(RELEASE);
  try {
    await page.goto(`${backend.origin}/`);
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
    await page.goto(`${backend.origin}/sign-in`);
    await expect(heading(page, "Đăng nhập")).toBeVisible();
  } finally {
    await backend.dispose();
  }
});

test("`trunk serve` shows the app with its backend and reloads it after a change", { tag: "@trunk" }, async ({ page, browserErrors }) => {
  test.setTimeout(600_000);
  browserErrors.allowNetworkErrors();
  const backend = await Backend.launch(undefined, { port: BACKEND_PORT });
  const trunk = serve();
  // The test adds a new style sheet and edits no existing one. So the files in the repository stay unchanged even if
  // the test is aborted.
  const styleSheet = join(root, "style/ui/trunk_spec.css");
  try {
    await expect.poll(() => fetch(TRUNK).then((response) => response.ok, () => false), { timeout: 480_000 }).toBe(true);
    await page.goto(`${TRUNK}/procedures`);
    await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
    await page.evaluate(() => Object.assign(window, { loadedBeforeTheChange: true }));
    await writeFile(styleSheet, "body { outline: 1px solid rgb(1, 2, 3); }\n");
    const outline = () => page.evaluate(() => getComputedStyle(document.body).outlineColor).catch(() => "");
    await expect.poll(outline, { timeout: 240_000 }).toBe("rgb(1, 2, 3)");
    expect(await page.evaluate(() => "loadedBeforeTheChange" in window)).toBe(false);
  } finally {
    await rm(styleSheet, { force: true });
    if (trunk.exitCode === null) {
      trunk.kill("SIGTERM");
      await once(trunk, "exit");
    }
    await backend.dispose();
  }
});
