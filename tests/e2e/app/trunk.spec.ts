// Trunk as a Leptos developer uses it: no wrapper and no environment of ours. `make trunk` installs it, makes the two
// builds that are opened here, and runs this file.

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

import { Backend } from "../../kit/backend";
import { heading } from "../../kit/citizen";
import { expect, test } from "../../kit/test";

const top = resolve(__dirname, "../../..");
const RELEASE = process.env.MOTCUA_TRUNK || join(top, "dist-trunk");
/** Where Trunk.toml sends what is asked of the contract. */
const BACKEND_PORT = 8080;
const TRUNK = "http://127.0.0.1:8090";

/** `trunk serve`, with nothing of this test's environment but where programs and crates are. */
function serve(): ChildProcess {
  const names = ["HOME", "PATH", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN"] as const;
  const env = Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return spawn("trunk", ["serve"], { cwd: top, env, stdio: "inherit" });
}

test("the release build of Trunk opens, and signs in without chunks", { tag: "@trunk" }, async ({ page }) => {
  const backend = await Backend.begin(RELEASE);
  try {
    await page.goto(`${backend.origin}/`);
    await expect(heading(page, "Bạn cần làm thủ tục gì?")).toBeVisible();
    await page.goto(`${backend.origin}/sign-in`);
    await expect(heading(page, "Đăng nhập")).toBeVisible();
  } finally {
    await backend.end();
  }
});

test("`trunk serve` shows the app with its backend, and again after a change", { tag: "@trunk" }, async ({ page, watch }) => {
  test.setTimeout(600_000);
  watch.allowOutage();
  const backend = await Backend.begin(undefined, { port: BACKEND_PORT });
  const trunk = serve();
  // A style sheet of its own: a run that is killed leaves every committed file as it was.
  const sheet = join(top, "style/ui/trunk_spec.css");
  try {
    await expect.poll(() => fetch(TRUNK).then((answer) => answer.ok, () => false), { timeout: 480_000 }).toBe(true);
    await page.goto(`${TRUNK}/procedures`);
    await expect(page.getByRole("heading", { level: 3 }).first()).toBeVisible();
    await page.evaluate(() => Object.assign(window, { loadedBeforeTheChange: true }));
    await writeFile(sheet, "body { outline: 1px solid rgb(1, 2, 3); }\n");
    const outline = () => page.evaluate(() => getComputedStyle(document.body).outlineColor).catch(() => "");
    await expect.poll(outline, { timeout: 240_000 }).toBe("rgb(1, 2, 3)");
    expect(await page.evaluate(() => "loadedBeforeTheChange" in window)).toBe(false);
  } finally {
    await rm(sheet, { force: true });
    if (trunk.exitCode === null) {
      trunk.kill("SIGTERM");
      await once(trunk, "exit");
    }
    await backend.end();
  }
});
